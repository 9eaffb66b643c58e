"""The pages that people work in: home, the interviewer's cockpit, rubrics; served beside the API."""

from .routes import ROUTERS

__all__ = ["ROUTERS"]
