"""The sample crisis is what it claims to be: its gold reads back, its dates are real, its reports are all there."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

import pytest

from standoff.examples import gold_path, sample_path

Record = dict[str, Any]

OUTLETS = {
    "01-courier-red-line.txt": "The Solvik Courier",
    "02-acb-call-preview.txt": "ACB News",
    "03-wire-call.txt": "Continental Wire",
    "04-herald-call.txt": "The Dhalar Herald",
    "05-newsbriefly-call.txt": "Newsbriefly",
    "06-varnes-call.txt": "Varnes Daily",
    "07-tna-call.txt": "TNA",
    "08-official-releases.jsonl": "Harbour House, The Citadel, Amber Coast Treaty Organisation",
    "09-wire-drills.txt": "Continental Wire",
    "10-courier-shots.txt": "The Solvik Courier",
    "11-tna-shots.txt": "TNA",
    "12-newsbriefly-shots.txt": "Newsbriefly",
    "13-lookout-explainer.txt": "The Lookout",
    "14-herald-talks-plan.txt": "The Dhalar Herald",
    "15-acb-talks-held.txt": "ACB News",
    "16-worldline-digest.txt": "Worldline Digest",
    "17-meridian-shots.html": "The Meridian Times",
    "18-harbour-trade-insurers.html.gz": "Harbour & Trade",
    "19-varnes-gas.html": "Varnes Daily",
}
READINGS = ("attributions", "figures", "events", "commitments")
WEEKDAY_AND_DATE = re.compile(
    r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? "
    r"(?:(?P<day>\d{1,2}) (?P<month>Oct)\w*\.?,?|(?P<month2>Oct)\w*\.? (?P<day2>\d{1,2}))\b"
)


@cache
def gold() -> Record:
    read: Record = json.loads(gold_path().read_text(encoding="utf-8"))
    return read


@cache
def texts() -> dict[str, str]:
    """The text of every gold document, every character, by its id."""
    return {d["doc"]: (gold_path().parent / d["path"]).read_bytes().decode("utf-8") for d in gold()["documents"]}


def report(name: str) -> str:
    """A report's bytes as text, whatever it is wrapped in."""
    data = (sample_path() / name).read_bytes()
    data = gzip.decompress(data) if name.endswith(".gz") else data
    return data.decode("cp1252" if b"charset=windows-1252" in data else "utf-8")


def spans_of(record: Record) -> Iterator[tuple[str, list[int]]]:
    """Every span of a gold record with its document's id."""
    for field in ("at", "source", "cue", "text", "antecedent", "consequent"):
        if record.get(field) and isinstance(record[field], list):
            yield record["doc"], record[field]
    for piece in record.get("content", ()):
        yield record["doc"], piece
    for side in record.get("sides", ()):
        yield side["doc"], side["at"]


def everything() -> list[Record]:
    return [r for kind in (*READINGS, "discrepancies", "traps") for r in gold()[kind]]


def ids(kind: str) -> set[str]:
    return {record["id"] for record in gold()[kind]}


def test_every_report_is_there_and_no_other() -> None:
    assert sorted(path.name for path in sample_path().iterdir()) == sorted(OUTLETS)
    assert len(OUTLETS) >= 14
    assert len({outlet for outlet in OUTLETS.values() if "," not in outlet}) >= 8


def test_truth_tells_of_every_report() -> None:
    truth = (gold_path().parent / "truth.md").read_text(encoding="utf-8")
    assert [name for name in OUTLETS if name not in truth] == []


def test_documents_are_the_texts_the_gold_was_made_on() -> None:
    for document in gold()["documents"]:
        text = texts()[document["doc"]]
        assert hashlib.sha256(text.encode()).hexdigest() == document["sha256"], document["doc"]
        assert len(text) == document["characters"], document["doc"]
        assert "\r" not in text, document["doc"]


def test_official_releases_are_the_texts_the_gold_has_beside_them() -> None:
    for line in report("08-official-releases.jsonl").splitlines():
        release = json.loads(line)
        known = next(d for d in gold()["documents"] if d["doc"] == release["id"])
        assert release["text"] == texts()[release["id"]]
        assert (release["title"], release["outlet"]) == (known["title"], known["outlet"])
        assert release["published"] == known["published"]["since"]


def test_every_span_reads_back_words_of_its_document() -> None:
    for record in everything():
        for doc, (start, end) in spans_of(record):
            assert 0 <= start < end <= len(texts()[doc]), record
            words = texts()[doc][start:end]
            assert words == words.strip(), (record["id"], words)
            assert words, record


def test_no_span_cuts_a_word() -> None:
    for record in everything():
        for doc, (start, end) in spans_of(record):
            text = texts()[doc]
            assert not (text[start - 1 : start].isalnum() and text[start].isalnum()), (record["id"], text[start:end])
            assert not (text[end - 1].isalnum() and text[end : end + 1].isalnum()), (record["id"], text[start:end])


def test_a_nested_attribution_lies_in_the_content_it_is_nested_in() -> None:
    outer = {a["id"]: a["content"] for a in gold()["attributions"]}
    for inner in gold()["attributions"]:
        if inner["nested_in"]:
            around = outer[inner["nested_in"]]
            low, high = min(s for s, _ in around), max(e for _, e in around)
            assert all(low <= s and e <= high for s, e in inner["content"]), inner["id"]


def test_ids_are_unique() -> None:
    for kind in (*READINGS, "actors", "happenings", "obligations", "scenarios", "discrepancies", "traps"):
        assert len(ids(kind)) == len(gold()[kind]), kind


def test_every_id_that_is_named_exists() -> None:
    actors, documents = ids("actors"), set(texts())
    for record in everything():
        people = {*record.get("speaker", ()), *record.get("claimant", ()), *record.get("debtor", ())}
        people |= {*record.get("creditor", ())} | {p for some in record.get("participants", ()) for p in some}
        assert people <= actors, (record["id"], people - actors)
        assert {doc for doc, _ in spans_of(record)} <= documents
    for actor in gold()["actors"]:
        for variant in actor["variants"]:
            assert all(variant["text"] in texts()[doc] for doc in variant["docs"]), (actor["id"], variant)
    assert {e["happening"] for e in gold()["events"]} == ids("happenings")
    assert {c["obligation"] for c in gold()["commitments"]} == ids("obligations")
    assert {a["nested_in"] for a in gold()["attributions"]} - {None} <= ids("attributions")
    for scenario in gold()["scenarios"]:
        assert {*scenario["triggered"], *scenario["violated"], *scenario["chained"]} <= ids("obligations")
    assert all(set(docs) <= documents for docs in gold()["scope"].values())


@pytest.mark.parametrize(
    ("whole", "part", "link"),
    [("happenings", "events", "happening"), ("obligations", "commitments", "obligation")],
)
def test_a_finding_lists_the_readings_that_name_it(whole: str, part: str, link: str) -> None:
    for finding in gold()[whole]:
        assert finding[part] == [r["id"] for r in gold()[part] if r[link] == finding["id"]], finding["id"]


def test_lineage_joins_two_known_documents_once() -> None:
    pairs = [frozenset(record["documents"]) for record in gold()["lineage"]]
    assert all(len(pair) == 2 and pair <= set(texts()) for pair in pairs)
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize(
    ("one", "other", "preferred"),
    [
        ("03-wire-call", "04-herald-call", "copy"),
        ("03-wire-call", "05-newsbriefly-call", "copy"),
        ("04-herald-call", "05-newsbriefly-call", "copy"),
        ("10-courier-shots", "12-newsbriefly-shots", "copy"),
        ("15-acb-talks-held", "16-worldline-digest", "copy"),
        ("03-wire-call", "07-tna-call", "shared"),
        ("03-wire-call", "harbour-house-readout", "shared"),
        ("harbour-house-readout", "citadel-telephone-conversation", "none"),
        ("10-courier-shots", "11-tna-shots", "none"),
    ],
)
def test_lineage_says_what_truth_says(one: str, other: str, preferred: str) -> None:
    said = {frozenset(record["documents"]): record["class"][0] for record in gold()["lineage"]}
    assert said[frozenset((one, other))] == preferred


def test_weekdays_and_dates_agree() -> None:
    """Every weekday written beside a date of October 2019 is that date's weekday."""
    found = [m for name in OUTLETS for m in WEEKDAY_AND_DATE.finditer(report(name))]
    assert len(found) >= 4
    for written in found:
        day = date(2019, 10, int(written["day"] or written["day2"]))
        assert day.strftime("%A") == written[1], written[0]


@pytest.mark.parametrize(
    ("name", "mess"),
    [
        ("01-courier-red-line.txt", "sent it.\n\n“We have told them"),
        ("02-acb-call-preview.txt", "Tove Lund / ACB News\n"),
        ("04-herald-call.txt", "This story originally appeared in Continental Wire."),
        ("05-newsbriefly-call.txt", "measures, “Port House"),
        ("05-newsbriefly-call.txt", "hiswarning"),
        ("05-newsbriefly-call.txt", "Leave a Reply"),
        ("06-varnes-call.txt", "harm from the detained crews“"),
        ("12-newsbriefly-shots.txt", "Landing said"),
        ("12-newsbriefly-shots.txt", "150 miles"),
        ("12-newsbriefly-shots.txt", "About the Author"),
        ("16-worldline-digest.txt", "Via ACB News."),
        ("17-meridian-shots.html", "application/ld+json"),
        ("17-meridian-shots.html", "cookie-banner"),
        ("18-harbour-trade-insurers.html.gz", "article:published_time"),
        ("19-varnes-gas.html", "saved from url"),
    ],
)
def test_reports_are_as_messy_as_promised(name: str, mess: str) -> None:
    assert mess in report(name)


def test_the_explainer_has_no_date() -> None:
    text = report("13-lookout-explainer.txt")
    assert not re.search(r"October|Oct\b|2019|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday", text)
    assert next(d for d in gold()["documents"] if d["doc"] == "13-lookout-explainer")["published"] is None


def test_each_kind_of_disagreement_is_in_the_gold() -> None:
    kinds = {d["kind"] for d in gold()["discrepancies"]}
    assert kinds >= {"figure", "date", "quote_wording", "readout", "name", "attribution"}


def test_intervals_are_half_open() -> None:
    dated = [r["when"] for r in (*gold()["events"], *gold()["happenings"]) if r["when"]]
    for when in [*dated, *(d["published"] for d in gold()["documents"] if d["published"])]:
        since, until = (datetime.fromisoformat(when[end]) if when[end] else None for end in ("since", "until"))
        assert since is None or until is None or since < until, when


def test_a_person_can_read_the_gold_one_record_a_line() -> None:
    lines = [line.strip().rstrip(",") for line in gold_path().read_text(encoding="utf-8").splitlines()]
    records = [line for line in lines if line.startswith("{") and line.endswith("}")]
    assert len([json.loads(line) for line in records]) == sum(len(v) for v in gold().values() if isinstance(v, list))
