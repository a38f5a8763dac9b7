"""Words of articles made safe to show: nothing in them can steer a terminal or a page.

Articles, titles, outlets, paths and reasons are written by others. What a terminal would obey (controls,
escapes) and what would turn the reading direction (marks, overrides, isolates) is shown as what it is.
"""

import re

LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
"""One break between lines, as ``str.splitlines`` has them."""

MARKDOWN_ALWAYS = re.compile(r"[\\`*_{}\[\]#~|$^]")
MARKDOWN_IN_CONTEXT = re.compile(r"(?<=\w)\.(?=[^\W\d])|:(?=//)|@|%(?=%)|=(?==)")
"""What makes bare words a link or mark in some readers: a dot in a domain, ``://``, ``@``, ``%%`` and ``==``."""

HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def printable(text: str) -> str:
    r"""The text on one line with every character that is not printed shown as what it is.

    Controls become their pictures (``␛``), marks of direction and other invisible characters become their
    code (``\u202e``). Letters, punctuation and spaces of every script stay as they are.
    """
    if text.isprintable():
        return text
    return "".join(char if _is_shown(char) else _visible(char) for char in text)


def one_line(text: str) -> str:
    """The text with its line breaks shown as a space, and breaks between paragraphs as a pilcrow."""
    return _join_lines(text).replace("\t", " ")


def quotable(text: str) -> str:
    """Words of an article as a brief shows them in a line: ``one_line``, then ``printable``."""
    if text.isprintable():  # most words: no breaks, no tabs, nothing to show; a page quotes a thousand
        return text
    return printable(one_line(text))


def inert_markdown(text: str) -> str:
    """``quotable`` words that Markdown shows as they are: no link, image, HTML, heading, formula or mention."""
    shown = quotable(text)
    escaped = MARKDOWN_IN_CONTEXT.sub(r"\\\g<0>", MARKDOWN_ALWAYS.sub(r"\\\g<0>", shown))
    return escaped.translate(HTML)


def _join_lines(text: str) -> str:
    """Each run of line breaks with the blanks around it as one space, or where longer than one as a pilcrow."""
    first, *rest = LINE_BREAK.split(text)
    if not rest:
        return text
    shown, breaks = [first.rstrip(" \t")], 0
    for number, line in enumerate(rest, 1):
        breaks += 1
        words = line.lstrip(" \t") if number == len(rest) else line.strip(" \t")
        if words or number == len(rest):
            shown.append((" " if breaks == 1 else " ¶ ") + words)
            breaks = 0
    return "".join(shown)


def _is_shown(char: str) -> bool:
    """Whether a terminal prints it: ``str.isprintable``, and the spaces of other scripts."""
    return char.isprintable() or (char.isspace() and char > "\x9f" and char not in "\u2028\u2029")


def _visible(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)  # the Control Pictures block mirrors the controls in order
    if code == 0x7F:
        return "␡"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
