"""Phrases proposed from labelled answers that the matcher missed, for a person to accept."""

from .labels import Labelled, read_labels
from .patch import patch
from .search import Dropped, Found, Suggestion, suggest

__all__ = ["Dropped", "Found", "Labelled", "Suggestion", "patch", "read_labels", "suggest"]
