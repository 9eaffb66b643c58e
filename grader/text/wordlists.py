"""Word lists that ship as data files: one entry a line, `[section]` headings, `#` comments."""

from functools import cache
from gzip import decompress
from importlib.resources import files

WordLists = dict[str, tuple[str, ...]]


@cache
def word_lists(package: str, name: str) -> WordLists:
    """Return the sections of `data/<name>` in a package, each with its entries in order."""
    text = files(package).joinpath("data", name).read_text(encoding="utf-8")
    return _sections(text)


@cache
def english_words() -> frozenset[str]:
    """Return the common English words of four and more letters, the guard against calling a real word a typo."""
    packed = files("grader.text").joinpath("data", "english.txt.gz").read_bytes()
    return frozenset(decompress(packed).decode("ascii").split())


def _sections(text: str) -> WordLists:
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        entry = line.partition("#")[0].strip()
        if entry.startswith("[") and entry.endswith("]"):
            current = sections.setdefault(entry[1:-1], [])
        elif entry:
            current.append(entry)
    return {name: tuple(entries) for name, entries in sections.items()}
