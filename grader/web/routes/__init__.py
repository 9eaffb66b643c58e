"""The pages, one file a place."""

from . import editor, home, interview, rubrics, sign_in, static, versions

ROUTERS = (home.router, interview.router, editor.router, versions.router, rubrics.router, sign_in.router, static.router)

__all__ = ["ROUTERS"]
