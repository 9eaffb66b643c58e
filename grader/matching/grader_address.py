"""Find text that speaks to the grader instead of answering: it earns nothing and is shown to a person."""

from grader.text import Clauses

from .cues import find_cues


def addressed(words: tuple[str, ...], clauses: Clauses) -> set[int]:
    """Return the places of the tokens in sentences that address the grader.

    A sure sign is enough by itself; of the weak ones, two must stand in the same or in neighbouring sentences.
    """
    sure: set[int] = set()
    weak: dict[int, int] = {}
    for cue in find_cues(words, name="address.txt"):
        sentence = clauses.sentence[cue.first]
        if cue.section == "sure":
            sure.add(sentence)
        else:
            weak[sentence] = weak.get(sentence, 0) + 1
    for sentence, count in weak.items():
        if count > 1 or sentence - 1 in sure or sentence + 1 in sure:
            sure.add(sentence)
    if not sure:
        return set()
    return {i for i, sentence in enumerate(clauses.sentence) if sentence in sure}
