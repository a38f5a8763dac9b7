"""Whole briefs of a dossier written by hand: what they say, that each sentence is pinned, that nothing escapes."""

import re
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from standoff.brief.index import index, natural
from standoff.brief.markdown import markdown
from standoff.brief.page import TERMINAL, WHOLE_PAGE, Quote, Sentence
from standoff.brief.safe import quotable
from standoff.brief.sections import compose
from standoff.brief.terminal import MARKS, WIDTH, terminal
from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor
from standoff.core.integrity import dossier_faults
from standoff.core.records import Attribution, Document, Gap, Mention, Study, Why
from tests.brief.crisis import COURIER, crisis
from tests.builders import dossiers

PLACE = re.compile(r"\[(\d+):(\d+)-(\d+)\]")
HOSTILE = (
    "\x1b]0;owned\x07\x9b2J\u202e\u2067\u200f[red]"
    "<img src=x onerror=alert(1)> [a](javascript:b) ![](c) `d` **e** $f$ ~~g~~"
)
WHY = Why("hand", 1.0, "written by hand")


def flat(text: str) -> str:
    """A brief as one line, as the wrapping found it."""
    return re.sub(r"\s+", " ", text)


def plain_of_terminal(text: str) -> str:
    """Without what is only in the fullest wording, and without the marks of what is only here."""
    text = re.sub(r" ?\{-.*?-\} ?", " ", flat(text))
    return re.sub(r"\{\+(.*?)\+\}", r"\1", text)


def plain_of_markdown(text: str) -> str:
    """The same for Markdown, its escapes undone."""
    text = re.sub(r" ?<del>.*?</del> ?", " ", flat(text))
    text = re.sub(r"</?(ins|b)>|\*(?=[\w*])|(?<=[\w*])\*", "", text)
    text = re.sub(r"\\([^\w\s])", r"\1", text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def quotations(dossier: Dossier, text: str) -> list[str]:
    """Every quotation in a flattened brief, after checking that it is the words at the place it points to."""
    documents = list(index(dossier).documents.values())
    found = []
    for match in PLACE.finditer(text):
        if text[: match.start() - 1].endswith(("”", "»")):
            number, start, end = (int(part) for part in match.groups())
            words = flat(quotable(documents[number - 1].text[start:end])).strip()
            before = re.sub(r" (?=[”»]$)|(?<=[“«]) ", "", text[: match.start() - 1])
            assert before[:-1].endswith(words), (words, before[-200:])
            assert before[: -1 - len(words)][-1] in "“«", (words, before[-200:])
            found.append(words)
    return found


def test_the_dossiers_written_by_hand_are_whole() -> None:
    assert list(dossier_faults(crisis())) == []
    assert list(dossier_faults(hostile_dossier("words"))) == []


@pytest.mark.parametrize(("draw", "plain"), [(terminal, plain_of_terminal), (markdown, plain_of_markdown)])
def test_every_quotation_is_the_words_at_its_place(draw: Callable[[Dossier], str], plain: Callable[[str], str]) -> None:
    found = quotations(crisis(), plain(draw(crisis())))
    assert "that Ardania reopen the bridge by Friday" in found
    assert "any new battalion in the Orrin valley will be met with strong economic measures" in found
    assert "and we will accept nothing less." in found
    assert len(found) >= 15


@pytest.mark.parametrize("draw", [terminal, markdown])
def test_every_reference_leads_into_a_document(draw: Callable[[Dossier], str]) -> None:
    documents = list(index(crisis()).documents.values())
    body = re.sub(r"\\", "", draw(crisis())).split("How to read this")[0]
    places = [tuple(map(int, match)) for match in PLACE.findall(body)]
    assert len(places) > 20
    assert all(0 <= start < end <= len(documents[number - 1].text) for number, start, end in places)


def test_whatever_is_said_of_the_reports_is_a_pinned_sentence() -> None:
    page = compose(crisis(), TERMINAL, "x.standoff", MARKS)
    told = {section.title: section.lines for section in page.sections}
    for title in ("Who told this", "Who they are", "Who said what"):
        sentences = [line for line in told[title] if isinstance(line, Sentence)]
        assert len(sentences) >= 4, title


EXPECTED = [
    "5 documents, 4 independent accounts",
    "Published from 5 Mar 2041 [1] to 7 Mar 2041 [4]; 1 document dated less closely: [5]; 1 document undated: [3].",
    "12 attributions to 5 actors; 1 statement is in two or more accounts.",
    "2 demands, 1 threat, 1 denial, 1 rejection and 3 assertions.",
    "2 gaps: what could not be read stands at the end.",
    "1. 2 documents with one origin: - [1] Vareth Courier, 5 Mar 2041 (metadata): Vesk warns Lodan over",
    "[1] and [2]: the same text (likeness 0.98), 1 shared passage, [1:0-200] = [2:8-208]",
    "[1] and [3]: both carry one release (likeness 0.41), 1 shared passage",
    "Ira Vesk, person [1:66-74]; “Foreign Minister” [1:49-65]; 5 attributions in 3 accounts",
    "“Ira Wesk” [3:17-25] is “Ira Vesk” [1:66-74]: W and V are one letter elsewhere (0.91)",
    "Unnamed sources A senior defence official (2 attributions in 1 account) [1:235-260]; a spokesman (1 attribution",
    "Mentioned, and given no words Lodan (state, 3 mentions) [1:11-16].",
    "1. Ira Vesk threatens, in 1 to 3 independent accounts (4 documents): “Any new battalion in the Orrin valley shall",
    "valley {-shall be answered-} {+will be met+} with {-powerful-} {+strong+} economic measures {-and other steps-}”",
    "; the same in [2:88-169] Harbour Mirror, 6 Mar 2041",
    ", as told by Lodan News Agency [4:229-246]",
    "denies: «that Ardania had closed the bridge» [1:198-232] Vareth Courier, 5 Mar 2041 (as “She” [1:187-190])",
    "demands: “We ask for nothing more,” [4:73-97] … “and we will accept nothing less.” [4:111-143]",
    "a spokesman (unnamed): 1 attribution in 1 account",
    "- reports/notes.pdf: is a binary file, no text (read)",
]


@pytest.mark.parametrize("words", EXPECTED)
def test_the_terminal_brief_tells(words: str) -> None:
    assert words in flat(terminal(crisis()))


@pytest.mark.parametrize(
    "words",
    [
        "1. **Ira Vesk** *threatens*, in 1 to 3 independent accounts (4 documents): “Any new battalion",
        "<del>shall be answered</del> <ins>will be met</ins> with",
        r"Minister threatens \[answer\](http\://evil\.example) to battalion",
        r"**Daily Lantern**, undated",
    ],
)
def test_the_markdown_brief_tells(words: str) -> None:
    assert words in markdown(crisis())


def test_demands_come_before_assertions_and_named_before_unnamed() -> None:
    told = terminal(crisis()).split("Who said what")[1]
    order = ["In two or more", "Ira Vesk: ", "Tomas Hale: ", "demands: ", "rejects: ", "official (unnamed)"]
    places = [told.index(words) for words in order]
    assert places == sorted(places)


def test_no_line_is_wider_than_the_terminal_and_none_has_trailing_blanks() -> None:
    lines = terminal(crisis()).splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert all(line == line.rstrip() for line in lines)


def test_without_colour_there_is_no_escape_and_with_colour_only_those_of_colour() -> None:
    assert "\x1b" not in terminal(crisis())
    coloured = terminal(crisis(), colour=True)
    assert "\x1b" in re.sub(r"\x1b\[[0-9;]*[^m0-9;]", "", coloured)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == terminal(crisis())


def test_what_a_limit_leaves_out_is_counted() -> None:
    tight = msgspec.structs.replace(TERMINAL, documents=1, actors=1, speakers=1, gaps=1, statements=0)
    told = flat(terminal(crisis(), "x.standoff", tight))
    assert "... and 3 more accounts: standoff show x.standoff accounts" in told
    assert "... and 2 more actors: standoff show x.standoff actors" in told
    assert "A senior defence official (2 attributions in 1 account) [1:235-260]; and 1 more." in told
    assert "... and 1 more statement." in told
    assert "... and 4 more speakers: standoff show x.standoff attributions" in told
    assert "... and 1 more gap: standoff show x.standoff gaps" in told


@pytest.mark.parametrize("draw", [terminal, markdown])
def test_an_empty_dossier_says_what_to_do(draw: Callable[[Dossier, str], str]) -> None:
    told = flat(draw(Dossier(), "x.standoff"))
    assert "This dossier holds no document yet." in told
    assert "Give it reports: standoff build PATHS... -o x" in told


def test_documents_that_say_nothing_leave_no_section_silent() -> None:
    lone = Dossier(documents=(COURIER,), studies=(Study(doc=COURIER.id),), accounts=(Account(documents=(COURIER.id,)),))
    told = flat(terminal(lone))
    assert "1 document, 1 independent account:" in told
    assert "Published on 5 Mar 2041 [1]." in told
    assert "0 attributions to 0 actors; 0 statements are in two or more accounts." in told
    assert "No person or body was found in these documents." in told
    assert "No attribution was found in these documents." in told
    assert "Everything given was read." in told


def test_the_order_of_a_dossier_s_records_does_not_show() -> None:
    dossier = crisis()
    turned = msgspec.structs.replace(
        dossier,
        documents=dossier.documents[::-1],
        studies=dossier.studies[::-1],
        accounts=dossier.accounts[::-1],
        actors=dossier.actors[::-1],
        utterances=dossier.utterances[::-1],
        lineages=dossier.lineages[::-1],
    )
    assert terminal(turned) == terminal(dossier)
    assert markdown(turned) == markdown(dossier)


@pytest.mark.parametrize(
    "paths", [["a/2.txt", "a/10.txt"], ["w.jsonl#9", "w.jsonl#10"], ["w.jsonl#009", "w.jsonl#10"], ["a", "a/b"]]
)
def test_documents_are_numbered_as_people_count(paths: list[str]) -> None:
    assert [min(paths, key=natural), max(paths, key=natural)] == paths


def hostile_dossier(words: str) -> Dossier:
    """The same words from others wherever words from others can stand."""
    text = f"{words} said {words} then"
    document = Document(path=words, text=text, title=words, outlet=words, published_basis="metadata")
    source = document.span(0, len(words))
    content = document.span(len(words) + 6, 2 * len(words) + 6)
    who = Mention(at=source, type="person", form="name", name=source, why=WHY)
    said = Attribution(
        source=source, cue=None, content=(content,), mode="mixed", act="asserts", speaker=who.id, why=WHY
    )
    silent = Mention(at=content, type="state", form="name", name=content, why=WHY)
    return Dossier(
        documents=(document,),
        studies=(Study(doc=document.id, mentions=(who, silent), attributions=(said,)),),
        accounts=(Account(documents=(document.id,)),),
        actors=(
            Actor(id="1", name=words, type="person", names=(words,), mentions=(who.id,)),
            Actor(id="2", name=words, type="state", names=(words,), mentions=(silent.id,)),
        ),
        gaps=(Gap(path=words, room="read", reason=words),),
    )


@settings(max_examples=20)
@given(dossiers())
def test_any_dossier_is_drawn_safely_and_quoted_exactly(dossier: Dossier) -> None:
    found = index(dossier)
    page = compose(dossier, WHOLE_PAGE, "x.standoff", MARKS)
    sentences = [line for section in page.sections for line in section.lines if isinstance(line, Sentence)]
    for each in (part for line in sentences for part in line.parts if isinstance(part, Quote)):
        here = "".join(found.words(run.at) for run in each.runs if run.change != "deleted")
        assert here == found.words(each.at) != ""
    drawn = terminal(dossier) + markdown(dossier)
    assert all(char.isprintable() or char == "\n" or (char.isspace() and char > "\x9f") for char in drawn)


words_of_others = st.text(
    st.characters() | st.sampled_from("\x1b\x9b\u202e\n<>[]()`*_~$#!&\\"), min_size=1, max_size=40
)


@settings(max_examples=25)
@given(words_of_others)
def test_nothing_of_an_article_steers_the_terminal(words: str) -> None:
    for text in (words, HOSTILE):
        drawn = terminal(hostile_dossier(text))
        assert all(char.isprintable() or char == "\n" or (char.isspace() and char > "\x9f") for char in drawn)
        drawn.encode()


@settings(max_examples=25)
@given(words_of_others)
def test_nothing_of_an_article_is_obeyed_by_markdown(words: str) -> None:
    for text in (words, HOSTILE):
        tokens = MarkdownIt("commonmark").enable(["strikethrough", "table"]).parse(markdown(hostile_dossier(text)))
        inline = [child for token in tokens for child in token.children or ()]
        kinds = {token.type for token in (*tokens, *inline)}
        assert not kinds & {
            "link_open",
            "image",
            "html_block",
            "code_inline",
            "code_block",
            "fence",
            "s_open",
            "table_open",
        }
        assert {token.content for token in inline if token.type == "html_inline"} <= {"<b>", "</b>"}
        headings = [token.tag for token in tokens if token.type == "heading_open"]
        assert headings.count("h1") == 1
        assert headings.count("h2") == 10
