"""Rubrics and lexicons in the database, by the hash of their content."""

from sqlalchemy import Connection, select

from grader.errors import UnknownRubric
from grader.rubric import Lexicon, Rubric, content_hash

from .engine import insert_if_new
from .tables import contents

RUBRIC, LEXICON = "rubric", "lexicon"


class SqlContents:
    """Contents by tenant and hash: the same content is kept once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, tenant: str, content: Rubric | Lexicon) -> str:
        """Keep a content, if it is new, and return its hash."""
        name = content_hash(content)
        if self._document(tenant, name) is None:
            kind = RUBRIC if isinstance(content, Rubric) else LEXICON
            document = content.model_dump_json(exclude_defaults=True)
            row = {"tenant": tenant, "hash": name, "kind": kind, "document": document}
            insert_if_new(self._connection, contents, row)
        return name

    def rubric(self, tenant: str, content_hash: str) -> Rubric:
        """Return a rubric. Raises UnknownRubric."""
        return Rubric.model_validate_json(self._found(tenant, content_hash))

    def lexicon(self, tenant: str, content_hash: str) -> Lexicon:
        """Return a lexicon. Raises UnknownRubric."""
        return Lexicon.model_validate_json(self._found(tenant, content_hash))

    def _found(self, tenant: str, name: str) -> str:
        document = self._document(tenant, name)
        if document is None:
            raise UnknownRubric("The rubric or lexicon that this grade was made with is not kept.")
        return document

    def _document(self, tenant: str, name: str) -> str | None:
        asked = select(contents.c.document).where(contents.c.tenant == tenant, contents.c.hash == name)
        return self._connection.execute(asked).scalar()
