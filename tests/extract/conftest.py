import pytest

from standoff.lexicon.lexicon import Lexicon
from tests.lexicons import shipped


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return shipped()
