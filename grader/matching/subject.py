"""What a verdict is said of: a clause, the last of several deeds, a whole list, or the statement before."""

from grader.text import Clauses, is_stop, is_word, stop_words

from .cues import Words
from .speech import small_words

_STATEMENT, _LONGEST_LIST, _LISTED = 25, 10, 3
_NOUN, _ARTICLES = 5, frozenset({"a", "an", "the", "any", "some"})
_MAKES = frozenset({"make", "makes", "find", "render", "renders", "consider", "making"})
_POINTING = frozenset({"the", "my", "our", "your", "its", "their", "these", "those"})
_GOES_ON = frozenset({"it", "then", "that", "they", "this", "nobody"})
_STATEMENT_ENDS = frozenset({"but", "however", ";"})


def subject_of(verdict: int, first: int, words: Words, clauses: Clauses, *, of_verb: bool = False) -> int:
    """Return the first token of what is judged at `verdict`; its clause begins at `first`.

    All of a list ("using x, y, z is a mistake"), else the last of several deeds; `of_verb`: the verdict is a verb.
    """
    start = clauses.bounds[clauses.sentence[first]][0]
    listed = words[start:first] if first - start <= _STATEMENT else ()
    if listed and _opens_list(listed):
        return start
    comma = next((i for i in range(verdict - 1, first, -1) if words[i] == ","), first)
    made = next((i for i in range(verdict - 1, max(first, comma), -1) if words[i] in _MAKES), first)
    if made > first and not of_verb and any(map(tells, words[made + 1 : verdict])):
        return made + 1
    joined = next((i for i in range(verdict - 1, max(first, comma), -1) if words[i] == "and"), first)
    if joined > first and any(map(tells, words[joined + 1 : verdict])) and _is_statement(words[first:joined]):
        return joined + 1
    if comma == first or words[first : first + 2] == ("the", "more"):
        return start if _is_named(listed, words[first:verdict]) else first
    return comma + 1 if _is_own(words[comma + 1 : verdict + of_verb], words[first]) else first


def is_list(words: Words) -> bool:
    """Return whether some words end in a list of three or more things with nothing said of them: "a, b, c"."""
    parts = " ".join(filter(lambda word: word != ".", words)).split(" , ")
    return len(parts) > 2 and all(len(part.split()) <= _LISTED for part in parts[1:])


def said_before(first: int, words: Words, clauses: Clauses) -> tuple[int, int] | None:
    """Return the statement that "it" or "that" stands for: back to the last `but`, at most a sentence, 25 tokens."""
    last = first - 1
    while last > 0 and words[last] == ";":
        last -= 1
    if last < 0:
        return None
    start, sentence = last, clauses.sentence[last]
    while start > 0 and last - start < _STATEMENT and clauses.sentence[start - 1] == sentence:
        if words[start] in _STATEMENT_ENDS and words[start + 1] not in _GOES_ON:
            break
        start -= 1
    return start, last


def described(that: int, words: Words) -> int:
    """Return the first token of the noun that "that" stands for ("a state that makes no sense"): of no noun, 0."""
    if that < 0 or words[that] != "that":
        return 0
    for i in range(that - 1, max(-1, that - _NOUN), -1):
        if words[i] in _ARTICLES:
            return i
        if not is_word(words[i]):
            break
    return 0


def tells(word: str) -> bool:
    """Return whether a word carries an idea."""
    return is_word(word) and word not in stop_words()


def is_pronoun(subject: Words) -> bool:
    """Return whether a subject only stands for what was said before: "it", "both"."""
    return not any(map(tells, subject)) and not small_words("subjects").isdisjoint(subject)


def _is_statement(clause: Words) -> bool:
    return not small_words("verbs").isdisjoint(clause) or not small_words("speakers").isdisjoint(clause)


def _opens_list(listed: Words) -> bool:
    opens = listed[0] in small_words("listing") and listed[-1] == ","
    return opens and small_words("breaks").isdisjoint(listed)


def _is_own(last: Words, opening: str) -> bool:
    """Whether the words after the last comma are a subject of their own."""
    if not last:
        return False
    is_deed = last[0].endswith("ing") and not opening.endswith("ing")
    is_named = any(map(tells, last[:-1])) or last[0] in small_words("subjects")
    return is_deed or (not _is_joined(last) and (is_named or (last[0] in _POINTING and any(map(tells, last[1:])))))


def _is_joined(subject: Words) -> bool:
    return "and" in subject or "or" in subject


def _is_named(before: Words, subject: Words) -> bool:
    """Of "Kafka, SQS and RabbitMQ are ...": nothing but names stand before the last of them."""
    if not _is_joined(subject) or not 0 < len(before) <= _LONGEST_LIST:
        return False
    return before[-1] == "," and not any(map(is_stop, before))
