"""A rubric on the fly: a question and a reference answer in prose, each sentence a concept."""

from grader.errors import AnswerRefused, ReferenceRefused
from grader.grading import check_answer
from grader.matching import content_of
from grader.rubric import Concept, Feedback, Rubric, slugify
from grader.text import divide, is_stop, is_word, tokenize

LONGEST_QUESTION, LONGEST_REFERENCE, LONGEST_SENTENCE = 1000, 5000, 1000
MOST_SENTENCES, MOST_WEIGHT = 50, 100
NAME_WORDS = 4

# Neutral: they may not give the reference away.
FEEDBACK = Feedback(
    met="You cover a point of the answer well.",
    partial="You touch a point of the answer: say more about it.",
    missed="A point of the answer is missing.",
    contradicted="Think again about a point of the answer.",
)
HINT = "What else belongs to a full answer?"


def rubric_of_reference(question: str, reference: str) -> Rubric:
    """Return a rubric with continuous credit: a concept for each sentence, weighted by its content.

    Raises ReferenceRefused for a question or a reference that is empty, too long, or not text.
    """
    asked = _question(question)
    _check_text(reference, "reference", LONGEST_REFERENCE)
    concepts = tuple(_concept(number, text) for number, text in enumerate(_sentences(reference), 1))
    name = slugify(asked) or "question"
    rubric = Rubric(id=f"reference/{name}", question=asked, credit="continuous", concepts=concepts)
    return _weighted(rubric)


def _question(question: str) -> str:
    _check_text(question, "question", LONGEST_QUESTION)
    asked = " ".join(question.split())
    if not _has_words(asked):
        raise ReferenceRefused("The question has no words. Give the question that the reference answers.")
    return asked


def _check_text(text: str, name: str, longest: int) -> None:
    if len(text) > longest:
        raise ReferenceRefused(f"The {name} has {len(text):,} characters; at most {longest:,} will do. Shorten it.")
    try:
        check_answer(text)
    except AnswerRefused as cause:
        raise ReferenceRefused(str(cause).replace("The answer", f"The {name}")) from cause


def _sentences(reference: str) -> tuple[str, ...]:
    """The sentences of a reference, verbatim, those without words left out."""
    tokens = tokenize(reference)
    places: dict[int, list[int]] = {}
    for place, (word, sentence) in enumerate(zip(tokens.words, divide(tokens.words).sentence, strict=True)):
        if is_word(word):
            places.setdefault(sentence, []).append(place)
    spans = (tokens.span(found[0], found[-1]) for found in places.values())
    # What is a word only beside its neighbours, such as a wildcard's star, is none by itself.
    sentences = tuple(filter(_has_words, (reference[start:end] for start, end in spans)))
    _check(sentences)
    return sentences


def _has_words(text: str) -> bool:
    return any(map(is_word, tokenize(text).words))


def _check(sentences: tuple[str, ...]) -> None:
    if not sentences:
        raise ReferenceRefused("The reference has no words. Write what a good answer says.")
    if len(sentences) > MOST_SENTENCES:
        raise ReferenceRefused(f"The reference has {len(sentences)} sentences; at most {MOST_SENTENCES} make a rubric.")
    if max(map(len, sentences)) > LONGEST_SENTENCE:
        raise ReferenceRefused(f"A sentence of the reference has over {LONGEST_SENTENCE:,} characters. Divide it.")


def _concept(number: int, text: str) -> Concept:
    words = [word for word in tokenize(text).words if is_word(word)]
    naming = [word for word in words if not is_stop(word)] or words
    name = slugify(" ".join(naming[:NAME_WORDS]))[:80].strip("-")
    return Concept(id=f"{number}-{name}".rstrip("-"), source=text, expect=_phrase(words), feedback=FEEDBACK, hint=HINT)


def _phrase(words: list[str]) -> str:
    """The sentence as one phrase; a single letter or digit is given twice, as a phrase has two characters."""
    phrase = " ".join(words)
    return phrase if len(phrase) > 1 else f"{phrase} | {phrase}"


def _weighted(rubric: Rubric) -> Rubric:
    """Give each concept the weight of its content."""
    contents = content_of(rubric).concepts
    pairs = zip(rubric.concepts, contents, strict=True)
    concepts = tuple(c.model_copy(update={"weight": _weight(sum(words.values()))}) for c, words in pairs)
    return rubric.model_copy(update={"concepts": concepts})


def _weight(content: float) -> float:
    return round(min(content, MOST_WEIGHT), 4)
