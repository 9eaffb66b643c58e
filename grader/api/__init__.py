"""HTTP: the contract with clients."""

from .app import build_app
from .deadlines import deadlines

__all__ = ["build_app", "deadlines"]
