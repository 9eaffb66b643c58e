"""Which character parts the cells: the one by which most rows are as wide as the header."""

import csv

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


def delimiter_of(head: str) -> str:
    """Return the delimiter of a table by its first part; a comma if there is but one column."""
    return max(DELIMITERS, key=lambda delimiter: _vote(head, delimiter))


def _vote(head: str, delimiter: str) -> tuple[float, int]:
    try:
        widths = [len(row) for row in csv.reader(head.splitlines(keepends=True), delimiter=delimiter) if row]
    except csv.Error:
        return 0.0, 0
    if len(widths) > 2:
        widths.pop()  # the last row may be cut off
    if not widths or widths[0] < 2:
        return 0.0, 0
    return sum(width == widths[0] for width in widths) / len(widths), widths[0]
