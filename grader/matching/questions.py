"""Questions in an answer: asked back they earn nothing, but "Caches? No." and "Who needs caches?" are claims."""

from grader.text import Clauses, is_word

from .cues import Words, find_cues
from .scope import Scope
from .speech import small_words

_LONGEST_TOPIC = 7


def asked_back(words: Words, clauses: Clauses, denied: tuple[Scope, ...]) -> set[int]:
    """Return the tokens of the questions that the writer asks back.

    Not of rhetorical questions, nor of topics that the next sentence affirms or denies; `denied` are the scopes.
    """
    over: dict[int, list[Scope]] = {}
    for scope in denied:
        for number in {clauses.sentence[scope.first], clauses.sentence[scope.last]}:
            over.setdefault(number, []).append(scope)
    questions = [n for n in clauses.questions if not _is_claim(n, words, clauses, over.get(n, []))]
    return {i for n in questions for i in range(clauses.bounds[n][0], clauses.bounds[n][1] + 1)}


def _is_claim(number: int, words: Words, clauses: Clauses, over: list[Scope]) -> bool:
    last = clauses.bounds[number][1]
    if any(scope.cue.section == "rhetorical" for scope in over):
        return True
    if not is_topic(number, words, clauses):
        return False
    return any(scope.cue.first > last for scope in over) or _is_affirmed(number + 1, words, clauses)


def is_topic(number: int, words: Words, clauses: Clauses) -> bool:
    """Return whether a question only names a topic: "Caches?", "But Docker?"."""
    first, last = clauses.bounds[number]
    return last - first <= _LONGEST_TOPIC and not _asks(words[first : last + 1])


def _is_affirmed(after: int, words: Words, clauses: Clauses) -> bool:
    """Whether the sentence after a topic opens with "Sure"."""
    if after >= len(clauses.bounds):
        return False
    first, last = clauses.bounds[after]
    cue = next(iter(find_cues(words[first : last + 1])), None)
    return cue is not None and cue.section == "yea" and cue.first == 0


def _asks(sentence: Words) -> bool:
    """A question of its own opens with an auxiliary or a question word; a topic does not."""
    return next(filter(is_word, sentence), "") in small_words("asking")
