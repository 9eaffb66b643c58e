"""How a file's bytes stand for text: by its mark, else UTF-8, else the old Windows code page 1252."""

import codecs
from typing import BinaryIO

PIECE = 1 << 20
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def encoding_of(stream: BinaryIO) -> str:
    """Return the encoding of a stream that can be rewound, and rewind it.

    The whole stream is read: one byte near the end can show that it is not UTF-8.
    """
    stream.seek(0)
    head = stream.read(4096)
    found = next((name for mark, name in MARKS if head.startswith(mark)), None) or _without_mark(head)
    if found is None:
        found = "utf-8" if _is_utf8(stream, head) else "cp1252"
    stream.seek(0)
    return found


def _without_mark(head: bytes) -> str | None:
    """UTF-16 shows by the zeros in every other byte of plain Latin text."""
    pairs = len(head) // 2
    for name, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if pairs and zeros.count(0) > 0.4 * pairs:
            return name
    return None


def _is_utf8(stream: BinaryIO, piece: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while piece:
            decoder.decode(piece)
            piece = stream.read(PIECE)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
