"""Speed of the matcher beside what it could be replaced by, in one run: `python benchmarks/matching.py [--json FILE]`.

Every contender takes its turn in every round on the same answers and rubrics, and its best round counts: ratios hold on
a busy machine, times do not; only this thread's own time counts. Naive matching is one rapidfuzz call for each phrase
as it is written in the rubric.
"""

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from time import thread_time

from rapidfuzz import fuzz

from grader.bootstrap import services
from grader.matching import CompiledRubric, compile_rubric, match
from grader.matching.matcher import decide_all
from grader.matching.reading import read
from grader.matching.stuffing import find_lists
from grader.rubric import Rubric, phrases, texts
from grader.text.tokens import _TOKEN  # the regular expression alone is the baseline

ROUNDS = 15
ANSWERS = Path(__file__).parent / "answers.jsonl"
LENGTHS = {"short": 1, "medium": 4, "two pages": 40}
GROWTH = (2_000, 20_000)


@dataclass(frozen=True)
class Case:
    """An answer, its rubric ready for matching, and the rubric's phrases as written."""

    answer: str
    compiled: CompiledRubric
    phrases: tuple[str, ...]


def cases(copies: int) -> list[Case]:
    """Return the answers, each joined with those that follow until it holds `copies` of them."""
    rubrics = services().rubrics
    rows = [json.loads(line) for line in ANSWERS.read_text("utf-8").splitlines()]
    found = []
    for at, row in enumerate(rows):
        rubric = rubrics.get(f"backend-hiring-questions/{row['rubric']}")
        answer = " ".join(rows[(at + i) % len(rows)]["answer"] for i in range(copies))
        found.append(Case(answer, compile_rubric(rubric, rubrics.lexicon(rubric.lexicon)), written(rubric)))
    return found


def written(rubric: Rubric) -> tuple[str, ...]:
    """Return a rubric's phrases as they are written in its file."""
    return tuple(p for concept in rubric.concepts for text in texts(concept.expect) for p in phrases(text))


def tokenise(case: Case) -> None:
    """The tokeniser's regular expression alone."""
    _TOKEN.findall(case.answer.lower())


def naive_token_set(case: Case) -> None:
    """One token_set_ratio a phrase."""
    for phrase in case.phrases:
        fuzz.token_set_ratio(phrase, case.answer)


def naive_partial(case: Case) -> None:
    """One partial_ratio a phrase."""
    for phrase in case.phrases:
        fuzz.partial_ratio(phrase, case.answer)


def matcher(case: Case) -> None:
    """The whole matcher, evidence included, its memo of words warm."""
    match(case.compiled, case.answer)


def matcher_without_evidence(case: Case) -> None:
    """The matcher's verdicts alone."""
    reading = read(case.answer, case.compiled.reader)
    decide_all(case.compiled, reading, find_lists(reading))


def matcher_cold(case: Case) -> None:
    """The whole matcher, every word of the answer new to it."""
    case.compiled.reader.vocabulary.memo.clear()
    match(case.compiled, case.answer)


CONTENDERS = (tokenise, matcher_without_evidence, matcher, matcher_cold, naive_token_set, naive_partial)


def race(contenders: Iterable[Callable[[Case], None]], answers: list[Case]) -> dict[str, float]:
    """Return each contender's best time over the rounds, in microseconds an answer."""
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        for contender in contenders:
            micro = _seconds(contender, answers) / len(answers) * 1e6
            best[contender.__name__] = min(best.get(contender.__name__, micro), micro)
    return best


def _seconds(contender: Callable[[Case], None], answers: list[Case]) -> float:
    """The processor's time for each answer once, after once to warm up."""
    start = 0.0
    for _ in range(2):
        start = thread_time()
        for case in answers:
            contender(case)
    return thread_time() - start


def growth() -> dict[str, float]:
    """Return how many times more 20,000 code points cost than 2,000, and a rubric of 27 concepts than one of 3."""
    base = cases(40)[:3]
    by_length = [[Case(case.answer[:n], case.compiled, ()) for case in _longer(base)] for n in GROWTH]
    few, many = _with_concepts(3), _with_concepts(27)
    short, long = (race([matcher], group)["matcher"] for group in by_length)
    return {
        "20,000 over 2,000 code points": long / short,
        "27 over 3 concepts": race([matcher], many)["matcher"] / race([matcher], few)["matcher"],
    }


def _longer(base: list[Case]) -> list[Case]:
    return [Case((case.answer + " ") * 8, case.compiled, ()) for case in base]


def _with_concepts(number: int) -> list[Case]:
    rubrics = services().rubrics
    every = [c for i in rubrics.ids() if i.startswith("backend") for c in rubrics.get(i).concepts[:1]]
    named = tuple(c.model_copy(update={"id": f"c{i}"}) for i, c in enumerate(every[:number]))
    rubric = Rubric(id="benchmark/concepts", question="What is it?", concepts=named, lexicon="backend")
    compiled = compile_rubric(rubric, rubrics.lexicon("backend"))
    return [Case(case.answer, compiled, ()) for case in cases(1)]


def main(arguments: list[str]) -> None:
    """Print times and ratios, and write them as JSON if asked."""
    report: dict[str, dict[str, float]] = {}
    for name, copies in LENGTHS.items():
        answers = cases(copies)
        found = race(CONTENDERS, answers)
        report[name] = found
        letters = sum(len(case.answer) for case in answers) // len(answers)
        number = sum(len(case.phrases) for case in answers) / len(answers)
        print(f"{name}: {letters} code points, {number:.0f} phrases a rubric on average")
        for contender, micro in found.items():
            ratios = f"{micro / found['tokenise']:7.1f} x tokenise {micro / found['matcher']:7.2f} x matcher"
            print(f"  {contender:26} {micro:10.1f} us {ratios}")
    report["growth"] = growth()
    for name, ratio in report["growth"].items():
        print(f"{name}: {ratio:.1f} times")
    if "--json" in arguments:
        Path(arguments[arguments.index("--json") + 1]).write_text(json.dumps(report, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
