"""Text of strangers made safe for a terminal."""

import re

# Letters, marks and blanks that show nothing, though Unicode does not count them as control characters.
_BLANK = re.compile("[\u034f\u115f\u1160\u2800\u3164\ufe00-\ufe0d\uffa0\U000e0100-\U000e01ef]")


def visible(text: str) -> str:
    """Return a text with control and invisible characters shown as glyphs, so that no answer can steer a terminal."""
    return "".join(map(_glyph, text.replace("\r\n", "\n")))


def one_line(text: str) -> str:
    """Return a visible text whose line breaks and runs of blanks are single spaces."""
    return visible(" ".join(text.split()))


def _glyph(character: str) -> str:
    code = ord(character)
    if code < 32 and character != "\n":
        return chr(0x2400 + code)
    if code == 127:
        return "\u2421"
    if character == "\n" or (character.isprintable() and not _BLANK.match(character)):
        return character
    return " " if character.isspace() and code not in (0x85, 0x2028, 0x2029) else f"<U+{code:04X}>"
