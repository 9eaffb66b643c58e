"""A rubric made ready for matching."""

from dataclasses import dataclass, replace

from grader.rubric import Concept, Lexicon, Rubric
from grader.text import empty_words, is_word, tokenize

from .association import Binding
from .candidates import Bits, index_phrases
from .echo import asked
from .expectation import Compiled, Parts, Saying, bindings, compile_expect, said_by
from .reading import Reader
from .vocabulary import Vocabulary, index

NAME_WORDS = 5


@dataclass(frozen=True, slots=True)
class CompiledConcept:
    """A concept's expectation and that which only touches it; `named`: naming it is all the reference does.

    `alternatives`: it lists some, of which one is enough; `phrases` are those of the expectation.
    """

    id: str
    expect: Compiled
    partly: Compiled | None
    named: bool
    alternatives: bool
    phrases: Bits


@dataclass(frozen=True, slots=True)
class CompiledRubric:
    """What `match` needs of a rubric; compile once, match many answers."""

    rubric: Rubric
    reader: Reader
    concepts: tuple[CompiledConcept, ...]
    rivals: tuple[Binding, ...]


def compile_rubric(rubric: Rubric, lexicon: Lexicon) -> CompiledRubric:
    """Return a rubric ready for matching, with the synonyms of its lexicon."""
    vocabulary = Vocabulary(index(lexicon))
    concepts = tuple(_concept(concept, vocabulary) for concept in rubric.concepts)
    vocabulary.freeze()
    wholes = [whole for concept in concepts for whole in (concept.expect, concept.partly) if whole is not None]
    phrases = index_phrases([phrase for whole in wholes for phrase in said_by(whole)])
    rivals = tuple(binding for concept in concepts for binding in bindings(concept.expect))
    return CompiledRubric(rubric, Reader(asked(rubric.question), vocabulary, phrases), concepts, rivals)


def unasked(compiled: CompiledRubric) -> CompiledRubric:
    """Return a rubric as if nothing had been asked: words of the question are claims like any other."""
    return replace(compiled, reader=replace(compiled.reader, question=asked("")))


def _concept(concept: Concept, vocabulary: Vocabulary) -> CompiledConcept:
    expect = compile_expect(concept.expect, vocabulary)
    partly = None if concept.partly is None else compile_expect(concept.partly, vocabulary)
    phrases = sum(1 << phrase.number for phrase in said_by(expect))
    listed = _lists_alternatives(concept, expect)
    return CompiledConcept(concept.id, expect, partly, _is_named(concept, expect), listed, phrases)


def _is_named(concept: Concept, expect: Compiled) -> bool:
    """The reference itself only names the concept: a short noun phrase or a list of names, not a relation."""
    if not isinstance(expect, Saying | Parts):
        return False
    return _content(concept.source) <= NAME_WORDS or all(_content(part) <= 2 for part in concept.source.split(","))


def _lists_alternatives(concept: Concept, expect: Compiled) -> bool:
    parts = concept.source.split(",")
    return isinstance(expect, Saying) and len(parts) > 2 and all(_content(part) <= 2 for part in parts)


def _content(text: str) -> int:
    return sum(is_word(word) and word not in empty_words() for word in tokenize(text).words)
