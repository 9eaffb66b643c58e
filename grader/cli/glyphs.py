"""Text of strangers made safe for a terminal."""

import unicodedata


def visible(text: str) -> str:
    """Return a text with control and invisible characters shown as glyphs, so that no answer can steer a terminal."""
    return "".join(map(_glyph, text))


def _glyph(character: str) -> str:
    if character == "\n" or character.isprintable():
        return character
    if ord(character) < 32:
        return chr(0x2400 + ord(character))
    return f"<U+{ord(character):04X}>" if unicodedata.category(character) != "Zs" else " "
