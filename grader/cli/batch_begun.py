"""What an earlier run of a batch has left, and how this one goes on from it."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from grader.batches import Answer, AnswerOutcome, Done, Partial, Piece, is_same, outcomes_in, pieces_again
from grader.errors import AnswersError

Grade = Callable[[Iterable[Answer]], Iterator[Piece]]


@dataclass(frozen=True, slots=True)
class Begun:
    """The first `kept` lines of a file are done; with `retry` those that have an error are done again.

    `ranked` keeps the grades of what is done, for ranking candidates.
    """

    path: Path
    kept: int = 0
    retry: bool = False
    ranked: bool = False

    def written(self, grade: Grade, answers: Iterable[Answer]) -> Iterator[Piece]:
        """Grade what is not done, write all in order, and yield it. Raises AnswersError for another input."""
        fresh = grade(self._todo(answers))
        target = self.path.with_name(f"{self.path.name}.again") if self.retry else self.path
        output = Partial(target)
        output.begin(0 if self.retry else self.kept)
        try:
            yield from self._mended(output, fresh) if self.retry else self._old_pieces(self._old())
            for piece in fresh:
                output.add(piece.text)
                yield piece
        finally:
            output.close()
        if self.retry:
            target.replace(self.path)

    def _mended(self, output: Partial, fresh: Iterator[Piece]) -> Iterator[Piece]:
        """Put what is done again in the places of the errors; a fresh piece is yielded when it is first needed."""
        lines: deque[bytes] = deque()
        for old in self._old():
            if not self._again(old):
                output.add(old.line.encode())
                yield from self._old_pieces([old])
                continue
            if not lines:
                piece = next(fresh)
                lines.extend(piece.lines())
                yield piece
            output.add(lines.popleft())
        output.add(b"".join(lines))

    def _old_pieces(self, old: Iterable[Done]) -> Iterator[Piece]:
        return pieces_again(old, ranked=self.ranked)

    def _todo(self, answers: Iterable[Answer]) -> Iterator[Answer]:
        old = self._old()
        for answer in answers:
            before = next(old, None)
            if before is not None and not is_same(before, AnswerOutcome(answer.id, answer.fields, None, None)):
                raise AnswersError("What was begun is of other answers. Remove it to begin anew.", path=str(self.path))
            if before is None or self._again(before):
                yield answer

    def _old(self) -> Iterator[Done]:
        return islice(outcomes_in(self.path), self.kept) if self.kept else iter(())

    def _again(self, old: Done) -> bool:
        return self.retry and old.error is not None


def begun(part: Path, out: Path, *, resume: bool, retry: bool, ranked: bool = False) -> Begun:
    """Return what was begun; the finished output is taken up again too if it is JSONL. Raises AnswersError."""
    if not (resume or retry):
        if part.exists():
            message = "An earlier run was not finished, or has errors. Use --resume or --retry-errors, or remove this."
            raise AnswersError(message, path=str(part))
        return Begun(part, ranked=ranked)
    if not part.exists() and out.exists():
        if out.suffix.lower() != ".jsonl":
            raise AnswersError("It is finished and without errors: there is nothing to go on with.", path=str(out))
        out.replace(part)
    return Begun(part, sum(1 for _ in outcomes_in(part)) if part.exists() else 0, retry, ranked)
