import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

TREES = """\
# newdoc id = GUM_news_harbour
# newpar
# sent_id = 1
# text = Velin's port didn't open.
1-2\tVelin's\t_\t_\t_\t_\t_\t_\t_\t_
1\tVelin\tVelin\tPROPN\tNNP\tNumber=Sing\t3\tnmod:poss\t_\t_
2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\t_
3\tport\tport\tNOUN\tNN\tNumber=Sing\t6\tnsubj\t_\t_
4-5\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
4\tdid\tdo\tAUX\tVBD\tMood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin\t6\taux\t_\t_
5\tn't\tnot\tPART\tRB\tPolarity=Neg\t6\tadvmod\t_\t_
6\topen\topen\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
6.1\tagain\tagain\tADV\tRB\t_\t_\t_\t_\t_
7\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_

# sent_id = 2
# text = Ships wait.
1\tShips\tship\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_
2\twait\twait\tVERB\tVBP\tDegree=Pos|Mood=Ind|Tense=Pres\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newpar
# sent_id = 3
# text = No.
1\tNo\tno\tINTJ\tUH\tPolarity=Neg\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_

# newdoc id = GUM_voyage_lake
# sent_id = 4
# text = Swim
1\tSwim\tswim\tVERB\tVB\tMood=Imp|VerbForm=Fin\t0\troot\t_\t_
"""
NAMES = """\
# newdoc id = one
# sent_id = 1
# text = “Ilmar Deko left Velin.”
1\t“\tO\t-\t-
2\tIlmar\tB-PER\t-\t-
3\tDeko\tI-PER\t-\t-
4\tleft\tO\t-\t-
5\tVelin\tB-LOC\t-\t-
6\t.\tO\t-\t-
7\t”\tO\t-\t-

# sent_id = 2
# text = He fled.
1\tHe\tO\t-\t-
2\tfled\tO\t-\t-
3\t.\tO\t-\t-
"""
ARTICLE = (
    '{"doc_id": "a", "outlet": "the-harbour", "text": "“We will stay,” Ilmar Deko said on Monday.", '
    '"attributions": [{"source": [[16, 26]], "cue": [[27, 31]], "content": [[0, 15]]}]}\n'
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder as the reader's benchmark takes it, with one file of each kind."""
    for path, text in (
        ("ud/xx_gum-dev.conllu", TREES),
        ("uner/xx_news-dev.iob2", NAMES),
        ("uner/xx_news-test.iob2", NAMES),
        ("polnear/dev.jsonl", ARTICLE),
    ):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path
