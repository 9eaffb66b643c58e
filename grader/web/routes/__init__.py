"""The pages, one file a place."""

from . import (
    agreement,
    batch_claims,
    batch_new,
    batch_results,
    batches,
    build,
    editor,
    home,
    interview,
    rubrics,
    scorecards,
    sign_in,
    static,
    stray,
    versions,
)

ROUTERS = (
    home.router,
    batch_new.router,
    batches.router,
    batch_results.router,
    batch_claims.router,
    interview.router,
    scorecards.router,
    build.router,
    editor.router,
    versions.router,
    rubrics.router,
    agreement.router,
    sign_in.router,
    static.router,
    stray.router,
)

__all__ = ["ROUTERS"]
