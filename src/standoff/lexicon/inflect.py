"""Regular English inflection, made generously: the forms are looked up, never shown.

The rules are those of any grammar (Huddleston and Pullum 2002, chapter 18); what they miss is listed as irregular.
"""

VOWELS = frozenset("aeiou")
SIBILANTS = ("s", "x", "z", "ch", "sh")


def with_s(word: str) -> str:
    """The plural of a noun, or the third person of a verb."""
    if word.endswith("y") and len(word) > 1 and word[-2] not in VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(SIBILANTS) else f"{word}s"


def verb_forms(verb: str) -> frozenset[str]:
    """The base, third person, past and -ing forms of a regular verb, in British and American spelling."""
    spellings = {verb, f"{verb[:-3]}ize"} if verb.endswith("ise") else {verb}
    return frozenset(form for word in spellings for form in (word, with_s(word), *endings(word)))


def endings(verb: str) -> set[str]:
    """The -ed and -ing forms."""
    if verb.endswith("ie"):
        return {f"{verb}d", f"{verb[:-2]}ying"}
    if verb.endswith("e"):
        return {f"{verb}d", f"{verb}ing" if verb.endswith(("ee", "oe")) else f"{verb[:-1]}ing"}
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return {f"{verb[:-1]}ied", f"{verb}ing"}
    return {f"{stem}{end}" for stem in stems(verb) for end in ("ed", "ing")}


def stems(verb: str) -> set[str]:
    """The stem before -ed: doubled after one short vowel; both ways in longer verbs, whose stress we do not know."""
    if len(verb) < 3 or verb[-1] in VOWELS | set("wxy") or verb[-2] not in VOWELS:
        return {verb}
    if verb[-3] in VOWELS and verb[-4:-2] != "qu" and verb[-3:-1] != "ui":
        return {verb}
    doubled = verb + verb[-1]
    return {doubled} if is_short(verb) else {verb, doubled}


def is_short(verb: str) -> bool:
    """Whether the verb has one syllable: one run of vowels."""
    letters = verb.replace("qu", "q")
    return sum(now in VOWELS and before not in VOWELS for before, now in zip(" " + letters, letters, strict=False)) == 1
