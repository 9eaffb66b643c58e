"""GET and POST /rubrics/build: drafts of rubrics from a seed document; nothing is kept."""

from typing import get_args

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from grader.authoring import SeedDrafts, drafts_of
from grader.bootstrap import Serving
from grader.errors import LexiconError, SeedError
from grader.rubric import SHAPES, Shape, slugify
from grader.web.asking import Who, Wired
from grader.web.editing import in_force
from grader.web.page_route import PageRoute
from grader.web.pages import page
from grader.web.sent_form import SentForm, read_form

LARGEST = 1024 * 1024
PASTED = "pasted"
EXAMPLE = """\
- When to use an index? on columns that are looked up often, every index makes writes slower
- How to keep passwords? hash them with argon2, a salt for each, never store them as plain text
"""
router = APIRouter(prefix="/rubrics", route_class=PageRoute, include_in_schema=False)


@router.get("/build", tags=["create_rubric"])
def begin(request: Request, services: Wired, who: Who) -> Response:
    """Return the form for a document."""
    return _page(request, services, who, {"document": EXAMPLE, "name": "", "shape": "", "lexicon": ""})


@router.post("/build", tags=["create_rubric"])
async def build(request: Request, services: Wired, who: Who) -> Response:
    """Return the drafts of a document that was pasted or uploaded; what is wrong with it, if something is."""
    try:
        form = await read_form(request, LARGEST, SeedError)
    except SeedError as error:
        sent = {"document": "", "name": "", "shape": "", "lexicon": ""}
        return await run_in_threadpool(_page, request, services, who, sent, fault=str(error))
    return await run_in_threadpool(_built, request, services, who, form)


def _built(request: Request, services: Serving, who: Who, form: SentForm) -> Response:
    sent = {each: form.text(each) for each in ("document", "name", "shape", "lexicon")}
    if form.name:
        name = sent["name"] or form.name.rpartition(".")[0]
        sent |= {"document": form.data.decode("utf-8-sig", "replace"), "name": name}
    name = f"{slugify(sent['name']) or PASTED}{_suffix(form.name)}"
    try:
        found = _drafts(services, who, sent, name, form.data if form.name else sent["document"].encode())
    except (SeedError, LexiconError) as error:
        return _page(request, services, who, sent, fault=str(error))
    return _page(request, services, who, sent, found)


def _drafts(services: Serving, who: Who, sent: dict[str, str], name: str, data: bytes) -> SeedDrafts:
    lexicon = services.kept.shelves.shelf(who.tenant).lexicon(sent["lexicon"] or None)
    return drafts_of(data, name, services.library(), lexicon=lexicon, shape=_shape(sent["shape"]))


def _page(
    request: Request,
    services: Serving,
    who: Who,
    sent: dict[str, str],
    found: SeedDrafts | None = None,
    *,
    fault: str = "",
) -> Response:
    shelf = services.kept.shelves.shelf(who.tenant)
    lexicons = sorted({name for each in shelf.ids() if (rubric := in_force(shelf, each)) and (name := rubric.lexicon)})
    there = [each.id for each in (found.drafts if found else ()) if in_force(shelf, each.id)]
    shown = {"sent": sent, "found": found, "fault": fault, "shapes": SHAPES, "lexicons": lexicons, "there": there}
    return page(request, "build.html", shown, 422 if fault else 200)


def _shape(name: str) -> Shape | None:
    return next((each for each in get_args(Shape) if each == name), None)


def _suffix(file: str) -> str:
    """The ending of a file's name, which tells its shape; markdown for what was pasted."""
    _, dot, ending = file.rpartition(".")
    return f".{slugify(ending)}" if dot and slugify(ending) else ".md"
