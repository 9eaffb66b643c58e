"""Search for phrases that bring a rubric nearer to people's labels and break nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grader.authoring.selftest import Bench, SelfTestReport
from grader.grading import Labels, grade, prepare
from grader.matching import Verdict
from grader.rubric import Lexicon, Rubric, texts, with_phrase

from .candidates import candidates
from .labels import Labelled

MOST_TRIED, MOST_A_CONCEPT = 24, 3
NAMELESS = Labels("suggest")
Verdicts = dict[str, dict[str, Verdict]]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A phrase for a concept, and the answers on which verdicts turn right and wrong with it."""

    concept: str
    phrase: str
    right: tuple[str, ...]
    wrong: tuple[str, ...] = ()

    @property
    def gain(self) -> int:
        """Verdicts turned right minus verdicts turned wrong."""
        return len(self.right) - len(self.wrong)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A phrase that would help but breaks the self-test, and with which text."""

    concept: str
    phrase: str
    breaks: str


@dataclass(frozen=True, slots=True)
class Found:
    """The suggestions, the rubric with all of them, and the phrases dropped."""

    suggestions: tuple[Suggestion, ...]
    rubric: Rubric
    dropped: tuple[Dropped, ...] = ()


def suggest(rubric: Rubric, lexicon: Lexicon, ours: Sequence[Labelled], others: Sequence[str], bench: Bench) -> Found:
    """Return phrases proposed from labelled answers to a rubric's question; `others` are answers to other questions."""
    search = _Search(rubric, lexicon, ours, others, bench)
    for concept in rubric.concepts:
        while search.improve(concept.id):
            pass
    return Found(tuple(search.suggestions), search.rubric, tuple(search.dropped))


class _Search:
    """The rubric as it grows, and what has been tried."""

    def __init__(
        self, rubric: Rubric, lexicon: Lexicon, ours: Sequence[Labelled], others: Sequence[str], bench: Bench
    ) -> None:
        self.rubric, self.lexicon, self.ours, self.others, self.bench = rubric, lexicon, ours, others, bench
        self.given = self.verdicts(rubric)
        self.failing = _failing(bench.test(rubric))
        self.suggestions: list[Suggestion] = []
        self.dropped: list[Dropped] = []

    def verdicts(self, rubric: Rubric) -> Verdicts:
        """The verdicts of a version by answer and concept."""
        prepared = prepare(rubric, self.lexicon)
        grades = ((row.name, grade(prepared, row.answer, NAMELESS)) for row in self.ours)
        return {name: {concept.id: concept.verdict for concept in found.concepts} for name, found in grades}

    def improve(self, concept: str) -> bool:
        """Add the best phrase for a concept that breaks nothing; return whether there was one."""
        if sum(s.concept == concept for s in self.suggestions) >= MOST_A_CONCEPT:
            return False
        return any(self.adopt(trial) for trial in sorted(self.trials(concept), key=lambda s: (-s.gain, len(s.wrong))))

    def trials(self, concept: str) -> Iterator[Suggestion]:
        """The phrases that turn more verdicts right than wrong."""
        missed = [row.answer for row in self.ours if self.is_missed(row, concept)]
        denied = [row.answer for row in self.ours if row.verdicts.get(concept) not in ("met", None)]
        tried = {dropped.phrase for dropped in self.dropped if dropped.concept == concept}
        phrases = [text for c in self.rubric.concepts if c.id == concept for text in texts(c.expect)]
        for candidate in candidates(missed, [*denied, *self.others], phrases)[:MOST_TRIED]:
            version = with_phrase(self.rubric, concept, candidate.phrase)
            if version is not None and candidate.phrase not in tried:
                found = self.compared(concept, candidate.phrase, version)
                if found.gain > 0:
                    yield found

    def is_missed(self, row: Labelled, concept: str) -> bool:
        """Whether people say met and the matcher does not find it."""
        return row.verdicts.get(concept) == "met" and self.given[row.name][concept] in ("missed", "partial")

    def compared(self, concept: str, phrase: str, version: Rubric) -> Suggestion:
        """What a version turns right and wrong, over all labelled verdicts of the question."""
        new = self.verdicts(version)
        labels = [(row.name, name, label) for row in self.ours for name, label in row.verdicts.items()]
        turned = [(answer, label, c) for answer, c, label in labels if self.given[answer][c] != new[answer][c]]
        right = tuple(answer for answer, label, c in turned if new[answer][c] == label)
        wrong = tuple(answer for answer, label, c in turned if self.given[answer][c] == label)
        return Suggestion(concept, phrase, right, wrong)

    def adopt(self, trial: Suggestion) -> bool:
        """Take a phrase into the rubric unless it breaks the self-test."""
        version = with_phrase(self.rubric, trial.concept, trial.phrase)
        assert version is not None, "only phrases that can be added are tried"
        broken = sorted(_failing(self.bench.test(version)) - self.failing)
        if broken:
            self.dropped.append(Dropped(trial.concept, trial.phrase, broken[0]))
            return False
        self.rubric, self.given = version, self.verdicts(version)
        self.suggestions.append(trial)
        return True


def _failing(report: SelfTestReport) -> frozenset[str]:
    return frozenset(f"{c.mutant.kind} {c.mutant.about}: {c.mutant.text}" for c in report.cases if not c.behaves)
