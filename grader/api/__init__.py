"""HTTP: the contract with clients."""

from .app import build_app

__all__ = ["build_app"]
