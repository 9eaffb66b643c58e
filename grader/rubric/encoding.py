"""Bytes to text: UTF-8, of bounded size, with plain line breaks and no control characters."""

import re

from grader.errors import FileFault

BOM = b"\xef\xbb\xbf"
# U+0085, U+2028 and U+2029 break lines for some readers only: with them, line numbers could not be trusted.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def decode(data: bytes | str, *, limit: int, path: str, error: type[FileFault]) -> str:
    """Return the text of at most `limit` bytes, its line breaks as `\\n`; a fault raises `error` with path and line."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw) > limit:
        message = f"The file is larger than {limit // 1024} KiB. Split it into smaller files."
        raise error(message, path=path, line=_line(raw, limit))
    text = _plain(_text(raw.removeprefix(BOM), path, error))
    if bad := CONTROL.search(text):
        message = f"The character U+{ord(bad[0]):04X} is not text. Remove it."
        raise error(message, path=path, line=text.count("\n", 0, bad.start()) + 1)
    return text


def _text(raw: bytes, path: str, error: type[FileFault]) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        message = "The file is not UTF-8 from here on. Save it as UTF-8."
        raise error(message, path=path, line=_line(raw, fault.start)) from fault


def _line(raw: bytes, offset: int) -> int:
    return _plain(raw[:offset].decode("latin-1")).count("\n") + 1


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
