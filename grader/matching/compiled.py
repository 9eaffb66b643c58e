"""A rubric made ready for matching."""

from dataclasses import dataclass

from grader.rubric import Concept, Lexicon, Rubric
from grader.text import is_light, is_stop, is_word, tokenize

from .association import Binding
from .expectation import Compiled, Parts, Saying, bindings, compile_expect
from .vocabulary import Vocabulary, index

NAME_WORDS = 5


@dataclass(frozen=True, slots=True)
class CompiledConcept:
    """A concept's expectation and that which only touches it; `named`: naming it is all the reference does."""

    id: str
    expect: Compiled
    partly: Compiled | None
    named: bool


@dataclass(frozen=True, slots=True)
class CompiledRubric:
    """What `match` needs of a rubric; compile once, match many answers."""

    rubric: Rubric
    question: tuple[str, ...]
    vocabulary: Vocabulary
    concepts: tuple[CompiledConcept, ...]
    rivals: tuple[Binding, ...]


def compile_rubric(rubric: Rubric, lexicon: Lexicon) -> CompiledRubric:
    """Return a rubric ready for matching, with the synonyms of its lexicon."""
    vocabulary = Vocabulary(index(lexicon))
    concepts = tuple(_concept(concept, vocabulary) for concept in rubric.concepts)
    vocabulary.freeze()
    rivals = tuple(binding for concept in concepts for binding in bindings(concept.expect))
    return CompiledRubric(rubric, tokenize(rubric.question).words, vocabulary, concepts, rivals)


def _concept(concept: Concept, vocabulary: Vocabulary) -> CompiledConcept:
    expect = compile_expect(concept.expect, vocabulary)
    partly = None if concept.partly is None else compile_expect(concept.partly, vocabulary)
    return CompiledConcept(concept.id, expect, partly, _is_named(concept, expect))


def _is_named(concept: Concept, expect: Compiled) -> bool:
    """The reference itself only names the concept: a short noun phrase or a list of names, not a relation."""
    if not isinstance(expect, Saying | Parts):
        return False
    return _content(concept.source) <= NAME_WORDS or all(_content(part) <= 2 for part in concept.source.split(","))


def _content(text: str) -> int:
    return sum(is_word(w) and not is_stop(w) and not is_light(w) for w in tokenize(text).words)
