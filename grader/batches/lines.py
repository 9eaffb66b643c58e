"""Results as JSON lines, in the order of the rows, while they come: ended by a line that shows nothing was cut off."""

import hashlib
import json
from collections.abc import Callable

from .batch import Batch
from .repository import Kept

PAGE = 500
Page = Callable[[int], tuple[Batch, tuple[Kept, ...]]]


class Lines:
    """A stream of lines. `page` returns a batch and its next rows, beginning after a number.

    The last line has the number of lines before it, and the SHA-256 of their bytes.
    """

    def __init__(self, page: Page) -> None:
        self._page, self._digest = page, hashlib.sha256()
        self._count, self._after = 0, -1
        self.done = False

    def step(self) -> str:
        """Return the next lines; none while the next row has no result. Raises UnknownBatch once it is deleted."""
        batch, rows = self._page(self._after)
        ready = _ready(batch, rows)
        text = "".join(line_of(row, batch) for row in ready)
        self._digest.update(text.encode("utf-8"))
        self._count += len(ready)
        self._after = ready[-1].number if ready else self._after
        if not batch.ended or rows:
            return text
        self.done = True
        end = {"object": "end", "rows": self._count, "state": batch.state, "sha256": self._digest.hexdigest()}
        return json.dumps(end, separators=(",", ":")) + "\n"


def line_of(row: Kept, batch: Batch) -> str:
    """Return a row as a JSON line: what was sent, its number, and `grade` or `error`; its document is spliced in."""
    outcome = row.outcome or (batch.state if batch.ended else "pending")
    error = row.error if row.outcome else None
    sent = row.document if _is_object(row.document) else "null"
    return (
        f'{{"row":{row.number},"outcome":{json.dumps(outcome)},"sent":{sent},'
        f'"grade":{row.grade.model_dump_json() if row.grade else "null"},"error":{json.dumps(error)}}}\n'
    )


def _is_object(document: str) -> bool:
    """Whether a document is the JSON object that it should be; what is not is never sent on as one."""
    try:
        return isinstance(json.loads(document, parse_constant=_refuse), dict)
    except (ValueError, RecursionError):
        return False


def _ready(batch: Batch, rows: tuple[Kept, ...]) -> tuple[Kept, ...]:
    """The rows up to the first without a result; all of them once the batch has ended."""
    if batch.ended:
        return rows
    first = next((at for at, row in enumerate(rows) if row.outcome is None), len(rows))
    return rows[:first]


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
