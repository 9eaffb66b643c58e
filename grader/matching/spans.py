"""Where in the answer the evidence stands: the spans of hits, those near each other joined."""

from collections.abc import Sequence

from .alignment import Alignment
from .evidence import Evidence
from .reading import Reading

JOIN_WITHIN = 5

Run = tuple[int, int]


def find_evidence(
    answer: str, decided: Sequence[tuple[Alignment, ...]], reading: Reading
) -> list[tuple[Evidence, ...]]:
    """Return the evidence for each of some decisions, given by their alignments."""
    runs = [_runs(alignments, reading) for alignments in decided]
    spans = iter(reading.tokens.spans([run for found in runs for run in found]))
    return [tuple([_evidence(answer, *next(spans)) for _ in found]) for found in runs]


def evidence_of(answer: str, runs: Sequence[Run], reading: Reading) -> tuple[Evidence, ...]:
    """Return the evidence that some runs of tokens are."""
    return tuple([_evidence(answer, start, end) for start, end in reading.tokens.spans(runs)])


def _evidence(answer: str, start: int, end: int) -> Evidence:
    return Evidence(start, end, answer[start:end])


def _runs(alignments: tuple[Alignment, ...], reading: Reading) -> list[Run]:
    sentence = reading.clauses.sentence
    runs: list[Run] = []
    for first, last in sorted([(hit.first, hit.last) for a in alignments for hit in a.hits]):
        if runs and first - runs[-1][1] <= JOIN_WITHIN and sentence[runs[-1][1]] == sentence[first]:
            runs[-1] = (runs[-1][0], max(last, runs[-1][1]))
        else:
            runs.append((first, last))
    return runs
