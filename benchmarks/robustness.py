"""How far grades hold where only the letters, the voice or the length changes: `python benchmarks/robustness.py FILE`.

FILE has labelled answers, of which only the texts are used: each is graded as it is and in disguise, and the share of
the verdicts that stay the same is printed. Twins (`tests/grading/twins.jsonl`) say the same in two voices. Of
cross-answers, each the reference of another question, the share is printed that scores next to nothing.
"""

import json
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import correlation, fmean

from grader.authoring.selftest import read_notes
from grader.bootstrap import services
from grader.evaluation import Labelled, read_labels
from grader.grading import GradeRequest, Grading
from grader.rubric import read_seed

HERE = Path(__file__).parent.parent
SEED = read_seed(HERE / "seeds" / "backend-hiring-questions.md")
NOTES = read_notes(HERE / "rubrics" / "backend-hiring-questions.selftest.yaml")
TWINS = HERE / "tests" / "grading" / "twins.jsonl"
NEXT_TO_NOTHING = 0.15
MISTYPED = 0.1
LETTERS = "abcdefghijklmnopqrstuvwxyz"
LOOK_ALIKE = str.maketrans("aeocpxyi", "\u0430\u0435\u043e\u0441\u0440\u0445\u0443\u0456")
ACCENTED = str.maketrans("aeioucn", "\u00e1\u00e9\u00ef\u00f6\u00fc\u00e7\u00f1")
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}

Disguise = Callable[[str, Random], str]


def mistyped(answer: str, random: Random) -> str:
    """Return an answer with a typing slip in a tenth of its words."""
    return " ".join(_slip(word, random) if random.random() < MISTYPED else word for word in answer.split(" "))


def _slip(word: str, random: Random) -> str:
    """Two letters swapped, one left out, doubled or wrong; never the first."""
    places = [i for i in range(1, len(word) - 1) if word[i : i + 2].isalpha()]
    if not places:
        return word
    i = random.choice(places)
    slips = (word[i + 1] + word[i] + word[i + 2 :], word[i + 1 :], word[i] + word[i:])
    return word[:i] + random.choice((*slips, random.choice(LETTERS) + word[i + 1 :]))


DISGUISES: dict[str, Disguise] = {
    "upper case": lambda answer, _: answer.upper(),
    "lower case": lambda answer, _: answer.lower(),
    "accents": lambda answer, _: answer.translate(ACCENTED),
    "accents apart": lambda answer, _: unicodedata.normalize("NFD", answer.translate(ACCENTED)),
    "zero-width spaces": lambda answer, _: "\u200b".join(answer),
    "soft hyphens": lambda answer, _: "\u00ad".join(answer),
    "look-alike letters": lambda answer, _: answer.translate(LOOK_ALIKE),
    "full width": lambda answer, _: answer.translate(FULL_WIDTH),
    "filler in front": lambda answer, _: f"Well, that is a good question, let me think for a moment. {answer}",
    "spoken filler in front": lambda answer, _: f"okay so, um, yeah, {answer}",
    "filler behind": lambda answer, _: f"{answer} That is what comes to my mind right now, I hope it makes sense.",
    "thanks behind": lambda answer, _: f"{answer}\n\nThanks for reading, happy to say more.",
    "typing slips": mistyped,
}


def kept(rows: Iterable[Labelled], grading: Grading, seed: int = 1) -> dict[str, float]:
    """Return for each disguise the share of verdicts that stay as they were."""
    plain = [(row, verdicts(row, row.answer, grading)) for row in rows]
    return {name: fmean(_same(disguise, plain, grading, Random(seed))) for name, disguise in DISGUISES.items()}


def _same(
    disguise: Disguise, plain: list[tuple[Labelled, list[str]]], grading: Grading, random: Random
) -> Iterator[bool]:
    for row, before in plain:
        after = verdicts(row, disguise(row.answer, random), grading)
        yield from (a == b for a, b in zip(before, after, strict=True))


def verdicts(row: Labelled, answer: str, grading: Grading) -> list[str]:
    """Return the verdicts that an answer to a labelled row's question gets."""
    name = SEED.questions[row.rubric - 1].slug if isinstance(row.rubric, int) else row.rubric
    return [concept.verdict for concept in grading.grade(GradeRequest(name, answer)).concepts]


def cross_answers(grading: Grading) -> dict[tuple[str, str], float]:
    """Return the score of each reference as an answer to each other question of which it holds no concept."""
    pairs = [(q.slug, o) for q in SEED.questions for o in SEED.questions if q.slug != o.slug]
    apart = [(slug, other) for slug, other in pairs if NOTES.overlap(slug, other.slug) is None]
    return {(slug, o.slug): grading.grade(GradeRequest(slug, o.reference)).score for slug, o in apart}


def share_next_to_nothing(scores: Iterable[float]) -> float:
    """Return the share of some scores that are next to nothing."""
    return fmean(score <= NEXT_TO_NOTHING for score in scores)


@dataclass(frozen=True)
class Twins:
    """The same said in two voices: the scores and the lengths of both texts."""

    voices: tuple[str, str]
    scores: tuple[float, float]
    lengths: tuple[int, int]

    @property
    def gap(self) -> float:
        """How much more the first scores than the second."""
        return self.scores[0] - self.scores[1]


def twins(grading: Grading) -> list[Twins]:
    """Return the twins, graded."""
    rows = [json.loads(line) for line in TWINS.read_text("utf-8").splitlines()]
    return [_twins(row["rubric"], row["voices"], row["answers"], grading) for row in rows]


def _twins(rubric: str, voices: list[str], answers: list[str], grading: Grading) -> Twins:
    first, second = (grading.grade(GradeRequest(rubric, answer)).score for answer in answers)
    return Twins((voices[0], voices[1]), (first, second), (len(answers[0]), len(answers[1])))


def with_length(found: list[Twins]) -> float:
    """Return Pearson's r of score and length over all texts."""
    return correlation([s for t in found for s in t.scores], [n for t in found for n in t.lengths])


def main(file: str) -> None:
    """Print all of it."""
    grading = services().grading
    for name, share in kept(read_labels(Path(file).read_bytes(), file)[0], grading).items():
        print(f"{name:24} verdicts kept {share:.4f}")
    crossed = cross_answers(grading)
    print(
        f"cross-answers at {NEXT_TO_NOTHING} or below: {share_next_to_nothing(crossed.values()):.4f} of {len(crossed)}"
    )
    found = twins(grading)
    for voices in sorted({t.voices for t in found}):
        gaps = [t.gap for t in found if t.voices == voices]
        print(
            f"{' / '.join(voices):24} mean gap {fmean(gaps):+.4f}   apart {fmean(map(abs, gaps)):.4f}   n {len(gaps)}"
        )
    print(f"all twins apart by {fmean(abs(t.gap) for t in found):.4f}, r of score and length {with_length(found):+.3f}")


if __name__ == "__main__":
    main(sys.argv[1])
