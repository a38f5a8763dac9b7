"""Forms that English has and the trees may not happen to show: irregular ones by list, regular ones by rule."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

VOWELS = "aeiou"

# The lemma, then its past forms. Verbs whose past is also another verb's lemma ("lay", "found") are here as well:
# the group of forms keeps them apart.
IRREGULAR_VERBS = """
arise arose arisen; awake awoke awoken; bear bore borne born; become became; befall befell befallen; beget begot
begotten; begin began begun; bend bent; beset; bet; bid bade bidden; bind bound; bite bit bitten; bleed bled; blow
blew blown; break broke broken; breed bred; bring brought; broadcast; build built; burn burnt; burst; buy bought;
cast; catch caught; choose chose chosen; cling clung; come came; cost; creep crept; cut; deal dealt; dig dug; do did
done; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; dwell dwelt; eat ate eaten; fall fell
fallen; feed fed; feel felt; fell felled; fight fought; find found; found founded; flee fled; fling flung; fly flew
flown; forbid forbade forbidden; forecast; forego forewent foregone; foresee foresaw foreseen; foretell foretold;
forget forgot forgotten; forgive forgave forgiven; forgo forwent forgone; forsake forsook forsaken; free freed; freeze
froze frozen; get got gotten; give gave given; go went gone; ground grounded; grind ground; grow grew grown; hang
hung; have had; hear heard; hide hid hidden; hit; hold held; hurt; keep kept; kneel knelt; know knew known; lay laid;
lead led; lean leant; leap leapt; learn learnt; leave left; lend lent; let; lie lay lain; light lit; lose lost; make
made; mean meant; meet met; mislead misled; mistake mistook mistaken; misunderstand misunderstood; offset; outdo
outdid outdone; outgrow outgrew outgrown; overcome overcame; overdo overdid overdone; overhear overheard; override
overrode overridden; overrun overran; oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew
overthrown; partake partook partaken; pay paid; plead pled; prove proven; put; quit; read; rebuild rebuilt; redo redid
redone; remake remade; repay repaid; reset; resell resold; retake retook retaken; rethink rethought; rewrite rewrote
rewritten; rid; ride rode ridden; ring rang rung; rise rose risen; run ran; saw sawed; say said; see saw seen; seek
sought; sell sold; send sent; set; shake shook shaken; shed; shine shone; shoot shot; show shown; shrink shrank
shrunk; shut; sing sang sung; sink sank sunk; sit sat; slay slew slain; sleep slept; slide slid; sling slung; slit;
sow sown; speak spoke spoken; speed sped; spell spelt; spend spent; spill spilt; spin spun; spit spat; split; spoil
spoilt; spread; spring sprang sprung; stand stood; steal stole stolen; stick stuck; sting stung; stink stank stunk;
stride strode stridden; strike struck stricken; string strung; strive strove striven; swear swore sworn; sweep swept;
swell swollen; swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told; think thought;
throw threw thrown; thrust; tread trod trodden; undercut; undergo underwent undergone; understand understood;
undertake undertook undertaken; undo undid undone; unwind unwound; uphold upheld; upset; wake woke woken; wear wore
worn; weave wove woven; wed; weep wept; wet; win won; wind wound; withdraw withdrew withdrawn; withhold withheld;
withstand withstood; wound wounded; wring wrung; write wrote written
"""
IRREGULAR_NOUNS = """
analysis analyses; appendix appendices; axis axes; bacterium bacteria; basis bases; calf calves; child children;
crisis crises; criterion criteria; cargo cargoes; diagnosis diagnoses; echo echoes; elf elves; embargo embargoes;
emphasis emphases; foot feet; goose geese; half halves; hero heroes; hypothesis hypotheses; knife knives; leaf leaves;
life lives; loaf loaves; man men; mouse mice; oasis oases; ox oxen; parenthesis parentheses; phenomenon phenomena;
potato potatoes; scarf scarves; self selves; shelf shelves; stimulus stimuli; synthesis syntheses; thesis theses;
thief thieves; tomato tomatoes; tooth teeth; torpedo torpedoes; veto vetoes; wife wives; wolf wolves; woman women
"""
# Words of conflict and diplomacy that web text has little of and whose lemma a suffix alone does not tell.
FURTHER = {
    "VERB": """
abate abide abrogate accede acclaim accrue adjourn ambush annex assail avenge bait balk barricade beguile
besiege bias bisect blockade bombard bribe bulge capsize cascade cede censure chide circumscribe coalesce
collude connive convene converge convulse deplore depose deride desecrate dethrone detonate devolve dislodge
disparage displace disrobe dissolve diverge divulge elude embargo enclave encroach engulf enrage entice erode
escalate espouse evade exile exonerate expropriate fade forge galvanise grapple grieve hijack implode impeach
impede impinge implore impugn incense infringe infuriate intercede intern intervene intrude invade jostle maroon
mobilize mobilise molest negate oust overrule partition pillage plague plunge precede preclude preside
presuppose purge radicalize ratify rearm rebuke recede recuse redeploy refute regroup reimpose reignite
reinstate relocate renege renounce repatriate repel repulse rescind resile retaliate revile rout sabotage
sanction saturate scapegoat scathe secede sequester sever shell siege silence skirmish snipe stampede stockpile
strafe subdue subvene supersede suppress surge torpedo torture transgress traverse unite unleash untie vie
vilify whitewash wrangle
""",
    "NOUN": """
attache cache cartouche cliche creche eyrie genie hostage lingerie niche prairie rookie sortie zombie proof
chief belief brief relief staff cliff tariff sheriff
""",
    "ADJ": "dense fierce grave immense intense scarce severe sparse terse tense vague",
}
Form = tuple[str, str, str, str]
"""A form, its word class, its group of forms, its lemma."""


def irregular_forms() -> Iterator[Form]:
    """The lemmas and forms of the two lists; a verb without others has its lemma for a past form."""
    for upos, group, listed in (("VERB", "past", IRREGULAR_VERBS), ("NOUN", "plural", IRREGULAR_NOUNS)):
        for entry in listed.split(";"):
            lemma, *forms = entry.split()
            yield lemma, upos, "plain", lemma
            for form in forms or [lemma]:
                yield form, upos, group, lemma


def further_words() -> Iterator[tuple[str, str]]:
    """Words that are lemmas, with their word classes."""
    yield from ((word, upos) for upos, listed in FURTHER.items() for word in listed.split())


def regular_forms(lemma: str, upos: str) -> Iterator[Form]:
    """What a regular word of the class would have for forms; "traveled" and "travelled" where both may be."""
    found = {"NOUN": _plural, "VERB": _conjugated, "ADJ": _compared, "ADV": _compared}.get(upos, _none)(lemma)
    for group, form in found:
        yield form, upos, group, lemma


def _none(_: str) -> Iterator[tuple[str, str]]:
    yield from ()


def _plural(lemma: str) -> Iterator[tuple[str, str]]:
    if lemma.endswith("is"):
        yield "plural", lemma[:-2] + "es"
    elif not lemma.endswith("s") or lemma.endswith(("ss", "us", "as")):
        yield "plural", _with_s(lemma)


def _with_s(lemma: str) -> str:
    if _consonant_y(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _conjugated(lemma: str) -> Iterator[tuple[str, str]]:
    yield "third", _with_s(lemma)
    yield from (("ing", stem + "ing") for stem in _stems(lemma, "i"))
    yield from (("past", form) for form in _with_e(lemma, "d"))


def _compared(lemma: str) -> Iterator[tuple[str, str]]:
    """Comparison by ending, for words short enough to have it."""
    if _syllables(lemma) == 1 or (len(lemma) <= 7 and lemma.endswith(("y", "le", "ow"))):
        yield from (("", form) for ending in ("r", "st") for form in _with_e(lemma, ending))


def _with_e(lemma: str, ending: str) -> list[str]:
    """The lemma with "-ed", "-er" or "-est", which is "e" and the ending."""
    if lemma.endswith("e"):
        return [lemma + ending]
    if _consonant_y(lemma):
        return [f"{lemma[:-1]}ie{ending}"]
    return [f"{stem}e{ending}" for stem in _stems(lemma, "e")]


def _stems(lemma: str, before: str) -> list[str]:
    """What an ending that begins with a vowel is put to: "mak", "stopp"; both where the stress decides."""
    if before == "i" and lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return [lemma[:-2] + "y"] if lemma.endswith("ie") else [lemma[:-1]]
    closed = len(lemma) > 2 and lemma[-1] not in VOWELS + "wxyh" and lemma[-2] in VOWELS and lemma[-3] not in VOWELS
    if not closed:
        return [lemma]
    return [lemma + lemma[-1]] if _syllables(lemma) == 1 else [lemma, lemma + lemma[-1]]


def _consonant_y(lemma: str) -> bool:
    return len(lemma) > 1 and lemma.endswith("y") and lemma[-2] not in VOWELS


def _syllables(lemma: str) -> int:
    """About: the runs of vowels, without a silent "e"."""
    spoken = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("le") else lemma
    return sum(a in VOWELS + "y" and b not in VOWELS + "y" for a, b in pairwise(spoken + "-"))
