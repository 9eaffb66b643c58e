"""GET and POST /agreement: people against the machine, from reviews that are kept or labels that are not."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from grader.access import Principal
from grader.bootstrap import Serving
from grader.errors import LabelError
from grader.evaluation import VERDICTS, reliability_plot, score_plot
from grader.web.agreement import FEW, FEWEST, MOST_REVIEWS, Found, of_labels, of_reviews
from grader.web.asking import Who, Wired
from grader.web.page_route import PageRoute
from grader.web.pages import page, plain_svg
from grader.web.sent_form import read_form

LARGEST = 4 * 1024 * 1024
MOST_CONCEPTS, MOST_FAULTS = 12, 20
router = APIRouter(prefix="/agreement", tags=["list_grades"], route_class=PageRoute, include_in_schema=False)


@router.get("")
def reviews(
    request: Request,
    services: Wired,
    who: Who,
    rubric: Annotated[str, Query(max_length=201)] = "",
    current: Annotated[str, Query(max_length=5)] = "",
) -> Response:
    """Return how far the machine's grades agree with what people left in force, of one rubric or of all."""
    found = of_reviews(services, who, rubric or None, current=bool(current))
    return _page(request, services, who, found, {"rubric": rubric, "current": bool(current)})


@router.post("")
async def labels(request: Request, services: Wired, who: Who) -> Response:
    """Return how far grades that are made now agree with a file of labels; nothing is kept."""
    try:
        form = await read_form(request, LARGEST, LabelError)
        if not form.name:
            raise LabelError("Choose a file of labelled answers first.")
        found = await run_in_threadpool(of_labels, services, who, form.data, form.name, form.text("seed"))
    except LabelError as error:
        return await run_in_threadpool(_page, request, services, who, None, {"fault": str(error)})
    return await run_in_threadpool(_page, request, services, who, found, {"file": form.name})


def _page(request: Request, services: Serving, who: Principal, found: Found | None, more: dict[str, Any]) -> Response:
    listed = services.kept.shelves.grading(who.tenant).listing()
    shown = {
        "found": found,
        "rubrics": listed,
        "seeds": sorted({each.id.partition("/")[0] for each in listed}),
        "limits": {
            "fewest": FEWEST,
            "few": FEW,
            "concepts": MOST_CONCEPTS,
            "faults": MOST_FAULTS,
            "most": MOST_REVIEWS,
        },
        "verdicts": VERDICTS,
        "plots": _plots(found),
    }
    given = {"rubric": "", "current": False, "fault": "", "file": ""} | more
    return page(request, "agreement.html", {**shown, **given}, 422 if given["fault"] else 200)


def _plots(found: Found | None) -> dict[str, Any]:
    report = found.report if found else None
    if report is None:
        return {}
    drawn = {"reliability": reliability_plot(report.reliability)} if report.coverage else {}
    drawn |= {"scores": score_plot(report.scores)} if report.scores else {}
    return {name: plain_svg(svg) for name, svg in drawn.items()}
