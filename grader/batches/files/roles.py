"""What each column is for, by its name: the answer, the question, the candidate, the row's own id."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# In order of preference: of two candidate columns the opaque one wins, so that names stay out of grades.
NAMES: dict[str, tuple[str, ...]] = {
    "answer": (
        "answer", "submitted answer", "student answer", "candidate answer", "online text", "answer text", "response",
        "response text", "submission text", "your answer", "text answer", "antwort", "respuesta", "réponse",
    ),
    "rubric": ("rubric", "rubric id"),
    "question": (
        "question", "question text", "qid", "question id", "prompt", "question title", "question name", "frage",
        "pregunta",
    ),
    "candidate": (
        "candidate", "candidate id", "applicant id", "application id", "participant id", "student id", "uid", "uin",
        "user id", "sis id", "sis user id", "sis login id", "identifier", "id number", "username", "participant",
        "student", "applicant", "email address", "email", "e mail", "username email", "candidate email",
        "candidate name", "full name", "name", "applicant name", "teilnehmer",
    ),
    "id": ("submission id", "external id", "response id", "answer id", "row id", "custom id", "attempt id", "id"),
    "mode": ("mode",),
}  # fmt: skip
ROLES = tuple(NAMES)
NEVER_ANSWERS = re.compile(r"\b(true|desired|model|reference|right|correct|expected|sample) (answer|response)\b")
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Roles:
    """The column of each role that was found, and those between which only a person can choose."""

    columns: dict[str, str]
    ties: dict[str, tuple[str, ...]]


def plain(text: str) -> str:
    """Return a text's words in lower case with single blanks between them."""
    return " ".join(_WORDS.findall(text.casefold()))


def roles_of(columns: Sequence[str]) -> Roles:
    """Return the roles of columns by their names. Two that may hold the answer, or the question, are a tie."""
    chosen: dict[str, str] = {}
    ties: dict[str, tuple[str, ...]] = {}
    for role, names in NAMES.items():
        found = [column for name in names for column in columns if plain(column) == name]
        if len(found) > 1 and role in ("answer", "question"):
            ties[role] = tuple(found)
        elif found:
            chosen[role] = found[0]
    return Roles(chosen, ties)


def wordy(columns: Sequence[str], rows: Sequence[dict[str, object]], *, words: float = 4.0) -> tuple[str, ...]:
    """Return the columns that hold sentences: their filled cells have so many words on average."""
    return tuple(column for column in columns if _mean_words(column, rows) >= words and not is_key(column))


def is_key(column: str) -> bool:
    """Return whether a column holds the right answer, not a candidate's."""
    return NEVER_ANSWERS.search(plain(column)) is not None


def _mean_words(column: str, rows: Sequence[dict[str, object]]) -> float:
    counts = [len(_WORDS.findall(str(row.get(column) or ""))) for row in rows]
    filled = [count for count in counts if count]
    return sum(filled) / len(filled) if filled else 0.0
