"""Read the rows of a spooled body, a row at a time: JSON lines as they are, CSV by the columns that it names."""

import json
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import IO, BinaryIO

from grader.errors import AnswersError, BatchRefused, MappingUnsure

from .files import Answer, Questions, TableRow, answers_of, columns_of, read_delimited

LONGEST_LINE = 128 * 1024
SAMPLE = 20


def documents(file: IO[bytes]) -> Iterator[str]:
    """Yield each line that is not blank as a text. Raises BatchRefused, with the line's number.

    What a line holds is looked at when it is graded: a bad row fails alone.
    """
    number = 0
    while line := file.readline(LONGEST_LINE + 2):
        number += 1
        if len(line.rstrip(b"\r\n")) > LONGEST_LINE:
            raise BatchRefused(f"Line {number} is longer than {LONGEST_LINE // 1024} KiB.")
        text = _text(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line, number)
        if text:
            yield text


def csv_documents(file: BinaryIO, questions: Questions, rubric: str | None) -> Iterator[str]:
    """Yield each answer of a CSV file as a JSON object; a row may hold several. Raises BatchRefused.

    Nobody is there to ask: where columns tie, or a question is only nearly one of ours, nothing is graded.
    """
    try:
        table = read_delimited(file)
        sample = list(islice(table.rows, SAMPLE))
        columns = columns_of(table.columns, [row.cells for row in sample], questions, {}, rubric=rubric)
        if columns.guessed:
            raise BatchRefused("It is not sure which column is what. Name columns `answer`, `rubric`, `id`.")
        rows: Iterator[TableRow] = chain(sample, table.rows)
        for row in rows:
            yield from map(document_of, answers_of(row, columns, questions, rubric=rubric))
    except (AnswersError, MappingUnsure) as error:
        raise BatchRefused(str(error)) from None


def document_of(answer: Answer, more: Mapping[str, object] | None = None) -> str:
    """Return an answer as a row of a batch: a JSON object, with what `more` its row held in `fields`."""
    fields = {
        "id": answer.id,
        "candidate": answer.candidate,
        "rubric": answer.rubric,
        "answer": answer.text,
        "mode": answer.mode,
        "fault": answer.fault,
        "fields": more,
    }
    return json.dumps({name: value for name, value in fields.items() if value is not None}, ensure_ascii=False)


def _text(line: bytes, number: int) -> str:
    try:
        text = line.decode("utf-8").strip()
    except UnicodeDecodeError:
        raise BatchRefused(f"Line {number} is not UTF-8.") from None
    if "\0" in text:
        raise BatchRefused(f"Line {number} holds a NUL.")
    return text
