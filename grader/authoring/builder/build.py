"""Build a rubric from a question of a seed. Deterministic: the same seed and lexicon give the same rubric."""

from collections.abc import Iterator

from grader.errors import SeedError
from grader.matching import compile_rubric
from grader.rubric import EMPTY, Concept, Lexicon, Rubric, SeedQuestion, Source, content_hash

from .expecting import expecting
from .naming import concept_ids
from .topic import Topic, topic
from .units import Unit, units
from .wording import drafts, leaks

MOST_CONCEPTS = 50


def build_rubric(question: SeedQuestion, *, seed_id: str, lexicon: Lexicon = EMPTY, path: str = "") -> Rubric:
    """Return the rubric of a question: a concept for each unit of its reference, in the order of the reference.

    It carries in `generated` the hash of its own content. Raises SeedError (with `path`, or the seed's id, and the
    line) if the reference has more points than a rubric holds.
    """
    found = units(question.question, question.reference, lexicon)
    if len(found) > MOST_CONCEPTS:
        message = f"The reference has {len(found)} points; a rubric holds {MOST_CONCEPTS}. Split the question."
        raise SeedError(message, path=path or seed_id, line=question.line)
    about = topic(question.question, [unit.text for unit in found], lexicon)
    rubric = Rubric(
        id=f"{seed_id}/{question.slug}",
        question=question.question,
        source=Source(seed=seed_id, line=question.line, sha256=question.sha256),
        lexicon=None if lexicon is EMPTY else lexicon.id,
        concepts=tuple(_concepts(found, about)),
    )
    worded = rubric.model_copy(update={"concepts": tuple(_worded(rubric, found, about))})
    return worded.model_copy(update={"generated": content_hash(worded)})


def _concepts(found: tuple[Unit, ...], about: Topic) -> Iterator[Concept]:
    ids = concept_ids([unit.text for unit in found], about)
    for number, (name, unit) in enumerate(zip(ids, found, strict=True), 1):
        expect, partly = expecting(unit, about)
        *_, neutral = drafts(unit, about, number)
        yield Concept(
            id=name,
            source=unit.text,
            expect=expect,
            partly=partly,
            feedback=neutral.feedback,
            hint=neutral.hint,
        )


def _worded(rubric: Rubric, found: tuple[Unit, ...], about: Topic) -> Iterator[Concept]:
    """Each concept with the most telling draft that neither gives it away nor has been used."""
    compiled = compile_rubric(rubric, about.lexicon)
    used: set[str] = set()
    for at, (concept, unit) in enumerate(zip(rubric.concepts, found, strict=True)):
        *told, last = drafts(unit, about, at + 1)
        fresh = (draft for draft in told if draft.hint not in used)
        chosen = next((draft for draft in fresh if not leaks(compiled, at, draft)), last)
        used.add(chosen.hint)
        yield concept.model_copy(update={"feedback": chosen.feedback, "hint": chosen.hint})
