"""What an earlier run of a batch has left, and how this one goes on from it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from grader.batches import Answer, AnswerOutcome, Done, Partial, is_same, outcomes_in, read_line
from grader.errors import AnswersError

Grade = Callable[[Iterable[Answer]], Iterator[AnswerOutcome]]


@dataclass(frozen=True, slots=True)
class Begun:
    """The first `kept` lines of a file are done; with `retry` those that have an error are done again."""

    path: Path
    kept: int = 0
    retry: bool = False

    def written(self, grade: Grade, answers: Iterable[Answer]) -> Iterator[Done]:
        """Grade what is not done, write it, and yield every line in order. Raises AnswersError for another input."""
        fresh = grade(self._todo(answers))
        target = self.path.with_name(f"{self.path.name}.again") if self.retry else self.path
        output = Partial(target)
        output.begin(0 if self.retry else self.kept)
        try:
            yield from self._merged(output, fresh)
        finally:
            output.close()
        if self.retry:
            target.replace(self.path)

    def _merged(self, output: Partial, fresh: Iterator[AnswerOutcome]) -> Iterator[Done]:
        for old in self._old():
            done = _new(output, next(fresh)) if self._again(old) else old
            if self.retry and done is old:
                output.add(old.line)
            yield done
        for outcome in fresh:
            yield _new(output, outcome)

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


def begun(part: Path, out: Path, *, resume: bool, retry: bool) -> Begun:
    """Return what was begun; the finished output is taken up again too if it is JSONL. Raises AnswersError."""
    if not (resume or retry):
        if part.exists():
            message = "An earlier run was not finished, or has errors. Use --resume or --retry-errors, or remove this."
            raise AnswersError(message, path=str(part))
        return Begun(part)
    if not part.exists() and out.exists():
        if out.suffix.lower() != ".jsonl":
            raise AnswersError("It is finished and without errors: there is nothing to go on with.", path=str(out))
        out.replace(part)
    return Begun(part, sum(1 for _ in outcomes_in(part)) if part.exists() else 0, retry)


def _new(output: Partial, outcome: AnswerOutcome) -> Done:
    line = outcome.line()
    output.add(line)
    done = read_line(line)
    assert done is not None
    return done
