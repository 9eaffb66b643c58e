"""A lexicon: a domain's synonyms, instances and opposites, shared by its rubrics."""

from typing import Annotated

from pydantic import Field, model_validator

from .expression import PhraseText
from .model import Part, Slug


class Term(Part):
    """A term of the domain and the other ways of saying it."""

    same: Annotated[PhraseText | None, Field(description="Said instead of the term, both ways.")] = None
    instances: Annotated[
        PhraseText | None, Field(description="Kinds of it: they stand for the term, not it for them.")
    ] = None
    opposite: Annotated[PhraseText | None, Field(description="True antonyms: saying one denies the term.")] = None

    @model_validator(mode="before")
    @classmethod
    def _only_same(cls, value: object) -> object:
        """A plain text is a list of synonyms."""
        return {"same": value} if isinstance(value, str) else value


class Lexicon(Part):
    """The terms of a domain, by name."""

    id: Slug
    terms: Annotated[dict[PhraseText, Term], Field(max_length=5000)] = {}
    idioms: Annotated[
        PhraseText | None, Field(description="Fixed expressions whose words mean nothing by themselves here.")
    ] = None
    trade: Annotated[
        PhraseText | None, Field(description="Other words of the trade: they tell a list of buzzwords from a claim.")
    ] = None

    def __hash__(self) -> int:
        """Lexicons are keys of caches; their terms, a mapping, have no hash."""
        return hash(self.id)


EMPTY = Lexicon(id="none")
