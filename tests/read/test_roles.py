"""What is not the article, in texts as people save them: marked where a rule says so, and nowhere else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.lexicon.furniture import Furniture, load_furniture
from standoff.read.describe import describe

TITLE = "Serrat pulls two brigades back from the Ilm valley"
FIRST = "Serrat has withdrawn two brigades from the Ilm valley, its defence minister said on Tuesday."
SECOND = "“We keep our word,” Lena Marek told reporters in the capital. Halden had demanded the step for weeks."
LAST = "The two governments will meet again in March, a Haldish official said on condition of anonymity."
ARTICLE = f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n{LAST}"


def marked(text: str, furniture: Furniture) -> list[str]:
    """The words of every furniture span, line by line."""
    places = describe(text, furniture).furniture
    return [line for start, end in places for line in text[start:end].splitlines() if line.strip()]


def captions(text: str, furniture: Furniture) -> list[str]:
    return [text[start:end] for start, end in describe(text, furniture).captions]


@pytest.mark.parametrize(
    "line",
    [
        "Source link",
        "Comments are closed.",
        "Your email address will not be published. Required fields are marked *",
        "Advertisement",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "Share this article",
        "Share 12 Tweet",
        "Facebook Twitter WhatsApp Print",
        "0 Comments | 35 shares",
        "#Serrat #Halden @haldenherald",
        "News | Sport | Weather",
        "Home > World > Northern Sea",
        "Read more: What the Ilm treaty says",
        "ALSO READ: Five dead in border clash",
        "Related: A history of the valley",
        "Sign up for our morning newsletter",
        "Subscribe to our newsletter and never miss a story from the valley.",
        "We use cookies to give you the best experience of our site. By going on you accept them.",
        "By signing up you agree to our terms of service and privacy policy.",
        "Mira Oster and Jon Vael contributed to this report.",
        "(Reporting by Mira Oster in Halden City; Editing by Jon Vael)",
        "Additional reporting by Jon Vael.",
        "This story originally appeared in Serrat Times.",
        "© 2021 Halden Herald. All rights reserved.",
        "The post Serrat pulls back appeared first on Serrat Monitor.",
        "Follow us on Twitter",
        "Mira Oster covers the Northern Sea. Follow her on Twitter @mosterexample.",
        "Tags: Serrat, Halden, Ilm",
        "• Skip to content",
    ],
)
def test_furniture_is_marked_wherever_it_stands(furniture: Furniture, line: str) -> None:
    inside = f"{TITLE}\n\n{FIRST}\n\n{line}\n\n{SECOND}\n\n{LAST}"
    assert marked(inside, furniture) == [line]
    assert marked(f"{ARTICLE}\n\n{line}", furniture) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices in Halden fell by a fifth.",
        "Related talks on fishing rights will go on in spring, the envoy said.",
        "Comments by the minister angered Serrat, which recalled its envoy.",
        "First published in 1984, the treaty's map still hangs in the ministry.",
        "Reporting by state television showed empty barracks along the river.",
        "Copyright law is not part of the talks, both sides said on Monday.",
        "Home, for the soldiers, is now a school gym.",
        "Read more than one account before you judge, the envoy told reporters.",
        "Follow the river north, he said, and you will see our tanks.",
        "Talks with European allies",
        "What the treaty says",
        "Jon Vael, who contributed to this report's predecessor, disagrees with the minister.",
        "His wife is a staff writer at the Herald, and she was not told either.",
        "“More: we want guarantees,” he said, and left the room.",
        "Twitter",
        "Yes.",
        "Sign the treaty, or we will, the minister said.",
        "Source: a senior official, speaking on condition of anonymity",
        "The White House",
    ],
)
def test_an_article_is_never_marked(furniture: Furniture, line: str) -> None:
    inside = f"{TITLE}\n\n{FIRST}\n\n{line}\n\n{SECOND}\n\n{LAST}"
    assert marked(inside, furniture) == []
    assert captions(inside, furniture) == []


@pytest.mark.parametrize(
    ("tail", "kept"),
    [
        ("Leave a Reply\n\nName *\n\nThis is what I think of the minister and of her friends, all of them.", []),
        ("Related Articles\n\nHalden counts its dead after the raid\n\nFive questions on the Ilm treaty", []),
        ("Recommended For You\n\nAbout the Author: Web Staff", []),
        ("2 thoughts on “Serrat”\n\nI never believed a word of it, and nobody in my town did either.", []),
        ("Comments (3)\n\nName\n\nEmail", []),
        ("About the Author\n\nMira Oster has reported from the valley since the first war and lives there.", []),
        ("Serrat\n\nHalden\n\nSource link", []),
        ("– Ends –", []),
        ("Mira Oster and Jon Vael reported from Solm.", []),
        ("Jon Vael, aged 41", ["Jon Vael, aged 41"]),
    ],
)
def test_what_follows_the_article_is_marked(furniture: Furniture, tail: str, kept: list[str]) -> None:
    lines = [line for line in tail.splitlines() if line]
    assert marked(f"{ARTICLE}\n\n{tail}", furniture) == [line for line in lines if line not in kept]


def test_a_box_of_links_inside_the_article_ends_where_prose_begins(furniture: Furniture) -> None:
    box = "Related stories\nHalden counts its dead after the raid\nFive questions on the Ilm treaty\nThe road to war"
    text = f"{TITLE}\n\n{FIRST}\n\n{box}\n\n{SECOND}\n\n{LAST}"
    # The last line before prose may be the heading of the next section: it is left.
    assert marked(text, furniture) == box.splitlines()[:-1]


def test_the_lines_before_the_article_are_told_apart(furniture: Furniture) -> None:
    above = "Skip to content\nHome\nWorld\nPolitics"
    front = f"{above}\n\n{TITLE}\n\nBy Mira Oster\n7 December 2021, 10:32 GMT\nShare 12 Tweet"
    text = f"{front}\n\n{FIRST}\n\n{SECOND}\n\n{LAST}"
    found = describe(text, furniture)
    assert (found.title, found.author) == (TITLE, "Mira Oster")
    assert marked(text, furniture) == [line for line in front.splitlines() if line and line != TITLE]


@pytest.mark.parametrize(
    "caption",
    [
        "A soldier stands at the Ilm bridge. (Mira Oster / Halden Press via Serrat Wire)",
        "A soldier stands at the Ilm bridge on December 6 [Serrat Presidential Press Service/Handout via Halden Wire]",
        "A soldier stands at the Ilm bridge. (Photo by Mira Oster)",
        "A soldier stands at the Ilm bridge (File: Mira Oster/AP Photo)",
        "A soldier stands at the Ilm bridge [Getty Images]",
        "AP Photo/Mira Oster",
        "Photo: Mira Oster",
        "Getty Images",
        "File photo",
        "Image source, Halden Navy",
        "Lena Marek speaks in the capital on Tuesday, December 7, 2021.\n\nSerrat Defence Ministry",
    ],
)
def test_captions_are_marked_apart(furniture: Furniture, caption: str) -> None:
    text = f"{TITLE}\n\n{FIRST}\n\n{caption}\n\n{SECOND}\n\n{LAST}"
    assert captions(text, furniture) == [caption]
    assert marked(text, furniture) == []


@pytest.mark.parametrize(
    "line",
    [
        "He called the plan dead (and the talks with it).",
        "The vote passed with help from the opposition (Greens/Reformists).",
        "The bill covers fuel and/or grain (see the annex)",
        "The army left the valley at dawn, officials said. (Reuters)",
        "She will speak to him on Tuesday, December 7, 2021.",
        "The poll gives Marek 41 per cent. [Halden Post, TV1/Radio 2]",
    ],
)
def test_brackets_alone_make_no_caption(furniture: Furniture, line: str) -> None:
    assert captions(f"{TITLE}\n\n{FIRST}\n\n{line}\n\n{SECOND}\n\n{LAST}", furniture) == []


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Serrat pulls back", "Serrat pulls back"),
        (
            "Why is the Ilm valley the most dangerous place of the north?",
            "Why is the Ilm valley the most dangerous place of the north?",
        ),
        ("‘We will not move’: envoy | Conflict News", "‘We will not move’: envoy | Conflict News"),
        ("Serrat has pulled back from the valley.", None),
        ("The statement in full:", None),
        ("By Mira Oster", None),
        ("7 December 2021", None),
        ("serrat pulls back", None),
    ],
)
def test_the_first_line_is_the_title_if_it_is_written_as_one(
    furniture: Furniture, first: str, title: str | None
) -> None:
    assert describe(f"{first}\n\n{FIRST}\n\n{SECOND}", furniture).title == title


@pytest.mark.parametrize("below", ["Home | World | Sport", "Monday, October 21, 2019", "Explainers\nShare this"])
def test_a_masthead_above_the_headline_is_not_the_title(furniture: Furniture, below: str) -> None:
    text = f"THE HALDEN HERALD\n{below.replace('Explainers', 'Analysis')}\n\n{TITLE}\n\n{FIRST}\n\n{SECOND}"
    found = describe(text, furniture)
    assert (found.title, found.outlet, found.outlet_basis) == (TITLE, "THE HALDEN HERALD", "credit")
    assert marked(text, furniture)[0] == "THE HALDEN HERALD"


def test_a_headline_in_capitals_stays_the_title(furniture: Furniture) -> None:
    text = f"TALKS BREAK DOWN\n\nBy Mira Oster\n\nEnvoys leave after two hours\n\n{FIRST}\n\n{SECOND}"
    assert describe(text, furniture).title == "TALKS BREAK DOWN"


@pytest.mark.parametrize(
    ("byline", "outlet"),
    [
        ("By Mira Oster, ILM News", "ILM News"),
        ("By Mira Oster, Halden Herald | 7 December 2021", "Halden Herald"),
        ("By Mira Oster, Diplomatic Correspondent", None),
    ],
)
def test_a_byline_may_name_the_outlet(furniture: Furniture, byline: str, outlet: str | None) -> None:
    found = describe(f"{TITLE}\n\n{byline}\n\n{FIRST}\n\n{SECOND}", furniture)
    assert (found.outlet, found.author) == (outlet, "Mira Oster")


def test_a_text_of_one_line_has_no_title(furniture: Furniture) -> None:
    assert describe("Serrat pulls back from the valley", furniture).title is None


def test_a_text_wrapped_by_hand_is_not_taken_for_headings(furniture: Furniture) -> None:
    text = (
        "The President spoke today with the Prime Minister of Halden about\n"
        "the withdrawal of Serrat from the valley. The leaders discussed the\n"
        "next steps, and agreed that their teams should meet in March to see\n"
        "them through\n"
    )
    found = describe(text, furniture)
    assert (found.title, found.furniture, found.captions) == (None, (), ())


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        (f"{TITLE}\n\nPublished: 7 December 2021\n\n{FIRST}", "2021-12-07", "byline"),
        (f"{TITLE}\n\nUpdated 9 December 2021\nPublished 7 December 2021\n\n{FIRST}", "2021-12-07", "byline"),
        (f"{TITLE}\n\nBy Mira Oster | Dec 7, 2021\n\n{FIRST}", "2021-12-07", "byline"),
        (f"{TITLE}\n\nLast updated 9 December 2021\n\n{FIRST}", "2021-12-09", "byline"),
        (f"{TITLE}\n\nILM, Dec. 7, 2021 — {FIRST}", "2021-12-07", "text"),
        (f"{TITLE}\n\nILM, Dec. 7 (Reuters) — {FIRST}", None, None),
        (f"{TITLE}\n\n{FIRST} They signed it on 3 May 2019.\n\n{SECOND}", None, None),
        (f"{TITLE}\n\n{FIRST}\n\nA soldier on December 7, 2021 [Mira Oster/AP]\n\n{SECOND}", None, None),
        (f"{TITLE}\n\nPublished: 07/12/2021\n\n{FIRST}", None, None),
    ],
)
def test_only_a_byline_or_dateline_dates_a_text(
    furniture: Furniture, text: str, day: str | None, basis: str | None
) -> None:
    found = describe(text, furniture)
    assert (str(found.published.since) if found.published else None, found.published_basis) == (day, basis)


FURNITURE = load_furniture()
LINES = st.sampled_from(
    [TITLE, FIRST, SECOND, LAST, "Source link", "Share 12 Tweet", "By Mira Oster", "Comments", " ", "x"]
)
TEXTS = st.one_of(st.lists(LINES, max_size=12).map("\r\n".join), st.text(max_size=300))


@given(TEXTS)
def test_every_span_reads_back_words_and_none_overlap(text: str) -> None:
    found = describe(text, FURNITURE)
    spans = sorted((*found.furniture, *found.captions))
    assert all(text[start:end].strip() for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
