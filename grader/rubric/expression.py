"""The `expect` language: what a concept is met by."""

from collections.abc import Iterator
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    model_validator,
)


def _with_words(text: str) -> str:
    if not any(character.isalnum() for character in text):
        raise ValueError(f"{text[:20]!r} has no words: no answer could ever say it")
    return text


PhraseText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=2, max_length=8000),
    AfterValidator(_with_words),
    Field(description="Ways of saying it, split by ` | `; in a phrase `a/b` are alternatives and `(x)` is optional."),
]


class Form(BaseModel):
    """A part of the `expect` language: frozen, and without keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class AnyOf(Form):
    """Met when `at_least` of its parts are met."""

    any: Annotated[tuple["Expect", ...], Field(min_length=1, max_length=200)]
    at_least: Annotated[int, Field(ge=1)] = 1

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if self.at_least > len(self.any):
            raise ValueError(f"at_least is {self.at_least}, but there are only {len(self.any)} parts")
        return self


class AllOf(Form):
    """Met when every part is met; incomplete when only some are."""

    all: Annotated[tuple["Expect", ...], Field(min_length=1, max_length=50)]


class Avoid(Form):
    """Met by advising against the phrases; contradicted by recommending them."""

    avoid: "Expect"


class Prefer(Form):
    """Met by preferring one thing over another; contradicted the other way round."""

    prefer: PhraseText
    over: PhraseText


class Bind(Form):
    """Met when each left side is said of its right side; contradicted when it is said of a right side of another."""

    bind: Annotated[dict[PhraseText, PhraseText], Field(min_length=1, max_length=20)]


_KINDS = {"any": "any", "at_least": "any", "all": "all", "avoid": "avoid", "prefer": "prefer", "over": "prefer"}


def _kind(value: Any) -> str | None:
    if isinstance(value, str):
        return "phrases"
    names = value if isinstance(value, dict) else type(value).model_fields if isinstance(value, Form) else ()
    return next((_KINDS.get(name, name) for name in names), None)


Expect = Annotated[
    Annotated[PhraseText, Tag("phrases")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[AllOf, Tag("all")]
    | Annotated[Avoid, Tag("avoid")]
    | Annotated[Prefer, Tag("prefer")]
    | Annotated[Bind, Tag("bind")],
    Discriminator(_kind),
]

AnyOf.model_rebuild()
AllOf.model_rebuild()
Avoid.model_rebuild()


def phrases(text: str) -> tuple[str, ...]:
    """Return the phrases of a text of alternatives `a | b | c`."""
    return tuple(part for part in (" ".join(piece.split()) for piece in text.split("|")) if part)


def texts(expect: Any) -> Iterator[str]:
    """Yield each text of phrases within an expectation, in order."""
    match expect:
        case str():
            yield expect
        case AnyOf(any=parts) | AllOf(all=parts):
            for part in parts:
                yield from texts(part)
        case Avoid(avoid=part):
            yield from texts(part)
        case Prefer(prefer=preferred, over=other):
            yield from (preferred, other)
        case Bind(bind=pairs):
            yield from (side for pair in pairs.items() for side in pair)
