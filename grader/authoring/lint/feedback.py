"""Check that feedback is told apart and gives no answer away."""

from collections import defaultdict
from collections.abc import Iterator

from grader.matching import ConceptMatch

from .finding import Finding
from .page import Keys
from .repeated import repeated
from .subject import Subject

NOT_MET = ("partial", "missed", "contradicted")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield feedback that another concept or verdict has too, and feedback that says what was missed."""
    yield from repeated("feedback", _texts(subject), subject)
    for number, _ in subject.concepts():
        yield from _one_for_several(number, subject)
        yield from _leaks(number, subject)


def _texts(subject: Subject) -> Iterator[tuple[int, Keys, str]]:
    for number, concept in enumerate(subject.rubric.concepts):
        for verdict in ("missed", "contradicted"):
            yield number, ("feedback", verdict), getattr(concept.feedback, verdict)


def _one_for_several(number: int, subject: Subject) -> Iterator[Finding]:
    told = subject.rubric.concepts[number].feedback
    texts = [getattr(told, verdict) for verdict in NOT_MET]
    if len(set(texts)) < len(texts):
        message = f"{subject.rubric.concepts[number].id} says the same for several verdicts"
        fix = "write a sentence each for met, partial, missed and contradicted"
        yield subject.finding("T003", ("concepts", number, "feedback"), message, text=told.missed, fix=fix)


def _leaks(number: int, subject: Subject) -> Iterator[Finding]:
    told = subject.rubric.concepts[number].feedback
    texts = {getattr(told, verdict): verdict for verdict in reversed(NOT_MET)}
    # One reading of all of them: hardly ever is there anything to look for one by one.
    if subject.aloud("\n\n".join(texts))[number].verdict == "missed":
        return
    leaks: dict[str, list[tuple[str, ConceptMatch]]] = defaultdict(list)
    for text, verdict in reversed(texts.items()):
        found = subject.aloud(text)[number]
        if found.verdict == "met":
            leaks[", ".join(span.text for span in found.evidence).casefold()].append((verdict, found))
    for said, places in leaks.items():
        verdicts, (found, *_) = zip(*places, strict=True)
        message = f"the feedback for {', '.join(verdicts)} gives {found.concept} away: "
        keys = ("concepts", number, "feedback", verdicts[0])
        message += f'"{said}" meets the phrase "{found.phrase}"'
        yield subject.finding("T005", keys, message, text=said, fix="name the topic, not the answer")
