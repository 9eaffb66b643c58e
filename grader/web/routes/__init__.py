"""The pages, one file a place."""

from . import home, interview, rubrics, sign_in, static

ROUTERS = (home.router, interview.router, rubrics.router, sign_in.router, static.router)

__all__ = ["ROUTERS"]
