"""The pages, one file a place."""

from . import home, interview, rubrics, static

ROUTERS = (home.router, interview.router, rubrics.router, static.router)

__all__ = ["ROUTERS"]
