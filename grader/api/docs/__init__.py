"""The API's pages for people: Swagger UI from this package, no script or style from elsewhere."""

from .page import add_docs

__all__ = ["add_docs"]
