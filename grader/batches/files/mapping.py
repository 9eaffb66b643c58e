"""Which columns hold what: found by their names and contents, or said by a person; stops where it would guess."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grader.errors import MappingUnsure

from .questions import Found, Questions
from .roles import NAMES, Roles, is_key, plain, roles_of, wordy

_DATED = re.compile(r"\b(time|timestamp|date|started|completed|submitted|modified|duration)\b")
_PAIRED = re.compile(r"^(?:response|answer|antwort) (\d+)$")


@dataclass(frozen=True, slots=True)
class Slot:
    """A column of answers, and what they answer: always the same rubric, or what another column says."""

    answer: str
    found: Found | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns are for: one slot if each row is an answer, more if each row is a candidate.

    `guessed` says what a person should look at before anything is graded; `left` are columns that may be answers, but
    to no rubric's question.
    """

    slots: tuple[Slot, ...]
    id: str | None = None
    candidate: str | None = None
    mode: str | None = None
    guessed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def wide(self) -> bool:
        """Whether a row holds a candidate's answers to several questions."""
        return len(self.slots) > 1 or self.slots[0].found is not None

    @property
    def answers(self) -> frozenset[str]:
        """The columns that hold answers, and the questions beside them."""
        return frozenset(name for slot in self.slots for name in (slot.answer, slot.question) if name)


def columns_of(
    columns: Sequence[str],
    sample: Sequence[dict[str, object]],
    questions: Questions,
    said: Mapping[str, str],
    *,
    rubric: str | None = None,
) -> Columns:
    """Return what columns are for: `said` is role -> column, `rubric` what every row answers.

    Raises MappingUnsure where columns tie, none holds answers, or nothing says what is answered.
    """
    _check(columns, said)
    roles = roles_of(columns)
    chosen = {**roles.columns, **said}
    labels = chosen.get("id"), chosen.get("candidate"), chosen.get("mode")
    slots = () if "answer" in chosen or rubric else _wide(columns, questions)
    if slots:
        left = _left_out(columns, sample, slots, chosen)
        told = (f"column {name[:80]!r} is not graded: no rubric has this question" for name in left)
        return Columns(slots, *labels, (*_close(slots), *told), left)
    slot, guessed = _long(columns, sample, roles, chosen, said)
    if slot.question is None and rubric is None:
        raise MappingUnsure("No column says which question is answered. Use `--map question=COLUMN` or `--rubric`.")
    return Columns((slot,), *labels, guessed)


def _check(columns: Sequence[str], said: Mapping[str, str]) -> None:
    for role, column in said.items():
        if role not in NAMES:
            raise MappingUnsure(f"A column cannot be {role[:40]!r}. It can be {', '.join(NAMES)}.")
        if column not in columns:
            raise MappingUnsure(f"No column is called {column[:60]!r}. There are: {_listed(columns)}.")


def _wide(columns: Sequence[str], questions: Questions) -> tuple[Slot, ...]:
    names = {plain(column): column for column in columns}
    paired = tuple(
        Slot(column, question=names[f"question {numbered[1]}"])
        for name, column in names.items()
        if (numbered := _PAIRED.match(name)) and f"question {numbered[1]}" in names
    )
    headed = (Slot(column, found) for column in columns if not is_key(column) and (found := questions.find(column)))
    return paired or tuple(headed)


def _close(slots: tuple[Slot, ...]) -> tuple[str, ...]:
    slots = tuple(slot for slot in slots if slot.found is not None)
    rubrics = [slot.found.rubric for slot in slots if slot.found]
    doubled = next((slot for slot in slots if slot.found and rubrics.count(slot.found.rubric) > 1), None)
    if doubled is not None and doubled.found is not None:
        raise MappingUnsure(f"Two columns answer {doubled.found.rubric}. Rename one of them.")
    return tuple(
        f"column {slot.answer[:80]!r} reads nearly like the question of {slot.found.rubric}"
        for slot in slots
        if slot.found and slot.found.how == "close"
    )


def _left_out(
    columns: Sequence[str], sample: Sequence[dict[str, object]], slots: tuple[Slot, ...], chosen: Mapping[str, str]
) -> tuple[str, ...]:
    """A column that may be an answer, though no rubric asks its question, is not passed over in silence."""
    taken = {*chosen.values(), *(name for slot in slots for name in (slot.answer, slot.question))}
    texts = set(wordy(columns, sample))
    return tuple(
        column
        for column in columns
        if column not in taken and not is_key(column) and (column.endswith("?") or _is_text(column, texts))
    )


def _is_text(column: str, texts: set[str]) -> bool:
    """A date is several words too."""
    return column in texts and not _DATED.search(plain(column))


def _long(
    columns: Sequence[str],
    sample: Sequence[dict[str, object]],
    roles: Roles,
    chosen: Mapping[str, str],
    said: Mapping[str, str],
) -> tuple[Slot, tuple[str, ...]]:
    for role, tied in roles.ties.items():
        if role not in said and not (role == "question" and "rubric" in chosen):
            raise MappingUnsure(f"Any of these may be the {role}: {_listed(tied)}. Use `--map {role}=COLUMN`.")
    question = said.get("question") or chosen.get("rubric") or chosen.get("question")
    if "answer" in chosen:
        return Slot(chosen["answer"], question=question), ()
    texts = [column for column in wordy(columns, sample) if column not in chosen.values()]
    if len(texts) == 1:
        return Slot(texts[0], question=question), (f"column {texts[0][:80]!r} holds sentences: it may be the answer",)
    found = f"Any of these may be: {_listed(texts)}." if texts else f"There are: {_listed(columns)}."
    raise MappingUnsure(f"No column is called the answer. {found} Use `--map answer=COLUMN`.")


def _listed(columns: Sequence[str]) -> str:
    shown = ", ".join(repr(column[:60]) for column in columns[:12])
    return shown + (f" and {len(columns) - 12} more" if len(columns) > 12 else "")
