"""Seeds in JSON lines: one object a line with `question`, `reference` and, if wanted, `weight` and `id`."""

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from grader.rubric.encoding import CONTROL

from .columns import columns_of, draft_of
from .draft import Draft
from .page import Page

ADVICE = 'Write `{"question": "...", "reference": "..."}` on one line.'


def read_jsonl(page: Page) -> Iterator[Draft]:
    """Yield the question of each line. Raises SeedError for a line that is no such object."""
    for index in range(page.body, len(page.lines)):
        if page.lines[index].strip():
            names, cells = _cells(page, index)
            columns = columns_of(page, names, index + 1)
            if columns is None:
                raise page.fault(f"The object has no `question`. {ADVICE}", index + 1)
            yield draft_of(page, columns, cells, index, index + 1)


def _cells(page: Page, index: int) -> tuple[list[str], list[str]]:
    try:
        pairs = json.loads(page.lines[index], object_pairs_hook=_Pairs, parse_constant=_refuse)
    except (ValueError, RecursionError) as fault:
        raise page.fault(f"The line is not JSON. {ADVICE}", index + 1) from fault
    if not isinstance(pairs, _Pairs):
        raise page.fault(f"The line is not an object. {ADVICE}", index + 1)
    return [name for name, _ in pairs], [_cell(page, index, value) for _, value in pairs]


class _Pairs(list[tuple[str, Any]]):
    """An object's pairs in order, so that a name that stands twice is seen."""


def _cell(page: Page, index: int, value: Any) -> str:
    text = value if isinstance(value, str) else _number(value)
    if bad := CONTROL.search(text):
        raise page.fault(f"The escape for U+{ord(bad[0]):04X} is not text. Remove it.", index + 1)
    return text


def _number(value: Any) -> str:
    """Numbers may be weights or ids; no other value can be one of the known fields, so it stands for an empty one."""
    return f"{value}" if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)
