"""The reference answer of a rubric: the seed's words, or else its concepts' sources."""

from collections.abc import Iterable

from grader.rubric import Rubric, Seed


def reference_of(rubric: Rubric, seeds: Iterable[Seed]) -> str:
    """Return what the seed answers to the rubric's question; without the seed, the joined sources."""
    for seed in seeds:
        for question in seed.questions:
            if seed.id == rubric.seed and question.slug == rubric.slug:
                return question.reference
    return joined(rubric)


def joined(rubric: Rubric, without: str | None = None) -> str:
    """Return the sources of a rubric's concepts as one list, but for the concept `without`."""
    return ", ".join(concept.source.rstrip(" .,;") for concept in rubric.concepts if concept.id != without)
