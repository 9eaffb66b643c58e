"""How good built rubrics are before anyone has reviewed them: `python benchmarks/builder.py FOLDER`.

The folder is that of `benchmarks/agreement.py`. Printed are the questions whose concepts are those of `units.json`, and
how far rubrics built of the seed and the domain's lexicon alone agree with the labelled answers.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from grader.authoring import build_rubric
from grader.bootstrap import services
from grader.matching import CompiledRubric, compile_rubric, match
from grader.rubric import Rubric, read_seed

SEED = Path(__file__).parent.parent / "seeds" / "backend-hiring-questions.md"
LEXICON = "backend"


def built() -> tuple[Rubric, ...]:
    """Return the rubrics that the builder makes of the shipped seed, in its order."""
    seed, lexicon = read_seed(SEED), services().rubrics.lexicon(LEXICON)
    return tuple(build_rubric(question, seed_id=seed.id, lexicon=lexicon) for question in seed.questions)


def other_structure(rubrics: tuple[Rubric, ...], folder: Path) -> list[tuple[str, list[str], list[str]]]:
    """Return the questions whose concepts are not the units of `units.json`, with both."""
    expected = json.loads((folder / "units.json").read_text("utf-8"))
    pairs = [
        (rubric.question, [concept.source for concept in rubric.concepts], unit["units"])
        for rubric, unit in zip(rubrics, expected, strict=True)
    ]
    return [(question, made, units) for question, made, units in pairs if made != units]


def verdicts(rubrics: tuple[Rubric, ...], folder: Path) -> Counter[tuple[str, str]]:
    """Return the verdicts (labelled, given) with their counts; a unit that has no concept is given none."""
    lexicon = services().rubrics.lexicon(LEXICON)
    compiled = [compile_rubric(rubric, lexicon) for rubric in rubrics]
    found: Counter[tuple[str, str]] = Counter()
    for line in (folder / "dev.jsonl").read_text("utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        given = _given(compiled[row["q"] - 1], row["answer"])
        found.update((label, given.get(unit, "none")) for unit, label in row["units"].items())
    return found


def agreement(found: Counter[tuple[str, str]]) -> float:
    """Return the share of verdicts that are the labelled ones."""
    return sum(count for (labelled, given), count in found.items() if labelled == given) / found.total()


def _given(compiled: CompiledRubric, answer: str) -> dict[str, str]:
    concepts = zip(compiled.rubric.concepts, match(compiled, answer).concepts, strict=True)
    return {concept.source: found.verdict for concept, found in concepts}


def main(folder: Path) -> None:
    """Print the figures."""
    rubrics = built()
    others = other_structure(rubrics, folder)
    print(f"structure: {len(rubrics) - len(others)} of {len(rubrics)} questions have the expected concepts")
    for question, made, units in others:
        print(f"  {question}\n    built    {' | '.join(made)}\n    expected {' | '.join(units)}")
    found = verdicts(rubrics, folder)
    print(f"verdicts agree {agreement(found):.3f} ({found.total()} verdicts)")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
