"""Judgements after the fact: "X is a trap", "X only moves the problem"."""

from grader.text import Clauses

from .cues import Cue, Words
from .judging import judges
from .scope import DENIED, INDIFFERENT, Scope, clause_of
from .speech import small_words
from .subject import described, is_list, is_pronoun, said_before, subject_of, tells


def verdict(cue: Cue, words: Words, clauses: Clauses) -> list[Scope]:
    """Return what a verdict denies: its own clause; when it stands alone ("so I skip it"), the statement before."""
    if not judges(cue, words, clauses):
        return []
    own = _own(cue, words, clauses)
    subject = words[own.first : cue.first]
    told = [word for word in subject + words[cue.last + 1 : own.last + 1] if tells(word)]
    if small_words("fillers").issuperset(told):
        return _antecedent(own, words, clauses)
    return [own, *_named_before(own, words, clauses)] if is_pronoun(subject) else [own]


def _own(cue: Cue, words: Words, clauses: Clauses) -> Scope:
    """The scope within the clause: up to the verb of harm, or to a comma unless a list follows."""
    first, last = clause_of(cue.first, clauses)
    is_verb = cue.section in ("diminished", "harm", "making")
    first = max(subject_of(cue.first, first, words, clauses, of_verb=is_verb), described(cue.first - 1, words))
    effect = INDIFFERENT if cue.section == "unminded" else DENIED
    if is_verb or cue.section == "unminded":
        last = cue.last
    elif not is_list(words[cue.last + 1 : last + 1]):
        last = next((i for i in range(cue.last + 1, last) if words[i] == ","), last)
    flips = words[cue.first] not in ("nobody", "no") and not _is_added(cue, first, words)
    return Scope(cue, first, last, flips, effect)


def _antecedent(own: Scope, words: Words, clauses: Clauses) -> list[Scope]:
    previous = said_before(own.first, words, clauses)
    return [own._replace(first=previous[0], last=previous[1], flips=False)] if previous else []


def _named_before(own: Scope, words: Words, clauses: Clauses) -> list[Scope]:
    """What "it" stands for, where the verdict says more: the statement before in the same sentence."""
    found = _antecedent(own, words, clauses)
    return [s for s in found if clauses.sentence[s.last] == clauses.sentence[own.cue.first]]


def _is_added(cue: Cue, first: int, words: Words) -> bool:
    """Of "X I'd avoid, too slow" and "no X that hurts" the verdict adds to what is said already."""
    if (
        words[first - 1] == "and"
        or words[cue.first - 1] in ("that", "which")
        or words[cue.last] in ("it", "them", "that", "those")
    ):
        return True
    comma = max((i for i in range(first, cue.first) if words[i] == ","), default=None)
    empty = small_words("qualifiers") | small_words("copulas")
    return comma is not None and empty.issuperset(words[comma + 1 : cue.first])
