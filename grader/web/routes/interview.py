"""The interviewer's cockpit: pick questions, take notes, see concepts tick; all of it lives in the form."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData

from grader.grading import Grading
from grader.rubric import Assessment
from grader.web.asking import Rubrics, services_of
from grader.web.interview import panel
from grader.web.interview_form import InterviewForm, candidate_name, interview_form, panels_of, read_form
from grader.web.page_route import PageRoute
from grader.web.pages import page
from grader.web.scorecard import Interview
from grader.web.sheet import Sheet

Chosen = Annotated[list[str] | None, Query(max_length=200)]
router = APIRouter(prefix="/interview", tags=["live_hints"], route_class=PageRoute, include_in_schema=False)


@router.get("")
def begin(
    request: Request,
    grading: Rubrics,
    q: Chosen = None,
    candidate: Annotated[str, Query(max_length=200)] = "",
    assessment: Annotated[str, Query(max_length=100)] = "",
) -> Response:
    """Return the cockpit for the chosen questions, or the page to choose them on."""
    names = list(q or ())
    if assessment:
        names += [each.rubric for each in assessment_of(request, assessment).questions]
    if not names:
        return _choice(request, grading)
    sheets = tuple(Sheet(each) for each in dict.fromkeys(grading.rubric(name).id for name in names))
    interview = Interview(candidate_name(candidate), assessment)
    return _cockpit(request, grading, InterviewForm(interview, sheets, sheets[0].rubric))


@router.post("")
async def work(request: Request, grading: Rubrics) -> Response:
    """Return the cockpit after a change; to a script that asks, only the panel."""
    form = await read_form(request)
    return await run_in_threadpool(_worked, request, grading, form)


def assessment_of(request: Request, assessment: str) -> Assessment:
    """Return an assessment of who asks. Raises UnknownAssessment."""
    return services_of(request).kept.publishing.assessment(request.state.principal, assessment)


def _choice(request: Request, grading: Grading) -> Response:
    publishing, who = services_of(request).kept.publishing, request.state.principal
    listed = [publishing.assessment(who, each) for each in publishing.assessments(who)]
    return page(request, "interview_begin.html", {"rubrics": grading.listing(), "assessments": listed})


def _worked(request: Request, grading: Grading, sent: FormData) -> Response:
    form = interview_form(sent, grading, lambda name: assessment_of(request, name))
    if form is None:
        return _choice(request, grading)
    if "hx-request" in request.headers:
        return page(request, "panel.html", {"panel": panel(grading, form.current)})
    return _cockpit(request, grading, form)


def _cockpit(request: Request, grading: Grading, form: InterviewForm) -> Response:
    panels = panels_of(grading, form.sheets)
    place = next(place for place, each in enumerate(panels) if each.sheet.rubric == form.at)
    may_keep = request.state.principal.may("create_grade")
    shown = {"panels": panels, "place": place, "panel": panels[place], "may_keep": may_keep}
    return page(request, "interview.html", {**shown, "interview": form.interview})
