"""Templates to pages: every text escaped, nothing loaded from elsewhere. The only jinja2 of the service."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

import grader
from grader.access import ROLES, SESSION, Principal

from .editing import by_concept, phrases_of
from .marks import pieces, visible

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
THEMES = ("auto", "light", "dark")
WORDS = {"met": "Met", "partial": "Partial", "missed": "Missed", "contradicted": "Contradicted"}
RUNGS = {"nudge": "Nudge", "narrow": "Narrower", "direct": "Direct"}
AFTER = {"nudge": "after a nudge", "narrow": "after a narrower hint", "direct": "after a direct hint"}
SIGNS = {"met": "\u2713", "partial": "\u25d1", "missed": "\u25cb", "contradicted": "\u2717"}
_TEMPLATES = Environment(
    loader=PackageLoader("grader.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
_TEMPLATES.filters |= {
    "visible": visible,
    "percent": lambda value: f"{value * 100:.0f}",
    "moment": lambda value: f"{value:%Y-%m-%d %H:%M} UTC",
}
_TEMPLATES.globals |= {
    "by_concept": by_concept,
    "phrases_of": phrases_of,
    "pieces": pieces,
    "words": WORDS,
    "signs": SIGNS,
    "rungs": RUNGS,
    "after": AFTER,
    "themes": THEMES,
    "version": grader.__version__,
}


def plain_svg(svg: str) -> Markup:
    """Return a plot as a template takes it: plots escape their own texts."""
    return Markup(svg)


def role_of(who: Principal | None) -> str:
    """Return the role of who looks at a page; empty for a stranger."""
    return next((role for role, scopes in ROLES.items() if who is not None and who.scopes == scopes), "")


def page(request: Request, template: str, shown: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    """Return a template as a reply, under the pages' content policy."""
    theme = request.cookies.get("theme", "auto")
    around = {
        "theme": theme if theme in THEMES else "auto",
        "path": request.url.path,
        "role": role_of(request.state.principal),
        "signed_in": SESSION in request.cookies,
    }
    text = _TEMPLATES.get_template(template).render({**around, **shown})
    return HTMLResponse(text, status, {"Content-Security-Policy": POLICY})
