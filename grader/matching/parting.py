"""Stories that end with a parting: "we had a broker for a year", "nobody could debug it, so we ripped it out".

What is parted with is often named a sentence or two earlier, and only the verdicts tell which of the words there are a
concept: the one named last before the parting is what the story is about.
"""

from collections.abc import Iterator, Sequence

from grader.text import is_word

from .conditions import in_condition
from .cues import Cue, Words, find_cues
from .decision import CLAIMED, Decision, contradicted
from .reading import Reading

FARTHEST = 2
_ENDS = ((), (".",), ("\n",))


def parted(decisions: Sequence[Decision], reading: Reading) -> list[Decision]:
    """Return the decisions, those contradicted that the answer claims and then parts with."""
    turned = {place for cue in _partings(reading) for place in _told_before(cue, decisions, reading)}
    return [contradicted(one.alignments) if place in turned else one for place, one in enumerate(decisions)]


def _partings(reading: Reading) -> Iterator[Cue]:
    words = reading.tokens.words
    for cue in find_cues(words, name="parting.txt"):
        if (cue.section == "parting" or _is_alone(cue, words)) and not in_condition(cue.first, words, reading.clauses):
            yield cue


def _is_alone(cue: Cue, words: Words) -> bool:
    """Whether a mark stands before a cue and its sentence ends with it."""
    before, after = words[cue.first - 1 : cue.first], words[cue.last + 1 : cue.last + 2]
    return bool(before) and not is_word(before[0]) and after in _ENDS


def _told_before(cue: Cue, decisions: Sequence[Decision], reading: Reading) -> list[int]:
    """The places of the claims in the sentence nearest before a parting, unless something else is told of between."""
    sentence = reading.clauses.sentence
    ends = {place: _last(decision, cue.first) for place, decision in enumerate(decisions) if decision.alignments}
    nearest = max([end for end in ends.values() if end >= 0], default=-1)
    if nearest < 0 or sentence[cue.first] - sentence[nearest] > FARTHEST or _is_other_between(nearest, cue, reading):
        return []
    return [
        place
        for place, end in ends.items()
        if end >= 0 and sentence[end] == sentence[nearest] and decisions[place].verdict in CLAIMED
    ]


def _last(decision: Decision, before: int) -> int:
    """The last token, before a place, of what led to a decision; -1 if some of it stands behind."""
    last = max(alignment.last for alignment in decision.alignments)
    return last if last < before else -1


def _is_other_between(first: int, cue: Cue, reading: Reading) -> bool:
    """Whether a word of the trade that no concept knows stands between: then the story may be about that."""
    return any(first < place < cue.first for place, _, _ in reading.hits.trade)
