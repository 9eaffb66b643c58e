"""The cockpit and its scorecards in a browser: by keyboard alone, nothing lost, nobody talked at."""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
CACHE = "backend-hiring-questions/when-to-use-cache"
COCKPIT = f"/interview?q={CACHE}&q=how-to-scale-backend&candidate=C-1"
NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


@pytest.fixture
def many(tab: Page) -> str:
    """The name of a rubric of twelve concepts, which is sent to the service."""
    concepts = [
        {"id": name, "source": name, "expect": name, "feedback": f"Think of {at}.", "hint": f"What is {at}?"}
        for at, name in enumerate(NUMBERS, 1)
    ]
    rubric = {"id": "toy/which-numbers", "question": "Which numbers?", "concepts": concepts}
    assert tab.request.post("/v1/rubrics", data=rubric).status == 201
    return "which-numbers"


def begin(tab: Page, place: str = COCKPIT) -> None:
    """Open the cockpit; a browser gives a field its focus a moment after the page is loaded."""
    tab.goto(place)
    tab.wait_for_selector("#notes:focus")


def test_an_interview_is_done_by_keyboard_alone(tab: Page) -> None:
    begin(tab)
    tab.keyboard.type("slow reports")
    tab.wait_for_selector("#tick-1.met")
    tab.keyboard.press("Escape")
    tab.keyboard.press("2")
    tab.wait_for_selector("#tick-2.met")
    tab.keyboard.press("i")
    tab.keyboard.press("End")
    tab.keyboard.type(", heavy queries")
    tab.wait_for_function("() => !document.querySelector('.htmx-request')")
    tab.keyboard.press("Escape")
    tab.keyboard.press("n")
    tab.wait_for_selector(".scripted >> text=Question 2 of 2")
    tab.keyboard.press("Control+Enter")
    tab.wait_for_selector("text=Scorecard: C-1")
    assert "slow reports, heavy queries" in tab.inner_text(".card")
    assert "set by hand" in tab.inner_text(".card")
    tab.click("text=Back to the interview")
    tab.wait_for_selector("#tick-2.met >> text=set by you")


def test_the_caret_stays_where_it_is_while_concepts_tick(tab: Page) -> None:
    begin(tab)
    tab.keyboard.type("reports!")
    tab.keyboard.press("Home")
    tab.keyboard.type("slow ")
    tab.wait_for_selector("#tick-1.met")
    at = tab.evaluate("() => [document.activeElement.id, document.activeElement.selectionStart]")
    assert at == ["notes", 5]


def test_a_key_goes_down_the_ladder_and_what_follows_is_prompted(tab: Page) -> None:
    begin(tab)
    tab.keyboard.type("slow reports")
    tab.wait_for_selector("#tick-1.met")
    tab.keyboard.press("Escape")
    for rung in ("Narrower", "Direct"):
        tab.keyboard.press("h")
        tab.wait_for_selector(f".ask >> text={rung}, for 2")
    assert tab.locator(".ask p.soft").count() == 2
    tab.click("text=Take back")
    tab.wait_for_selector(".ask >> text=Narrower, for 2")
    tab.keyboard.press("i")
    tab.keyboard.press("End")
    tab.keyboard.type(", cache the oauth token until it expires")
    tab.wait_for_selector("#tick-2.met >> text=after a nudge")
    assert "50 without what came after a hint" in tab.inner_text("#panel")


def test_a_concept_that_is_met_is_gone_into_by_a_key(tab: Page) -> None:
    begin(tab)
    tab.keyboard.type("slow reports")
    tab.wait_for_selector(".deeper >> text=for 1")
    tab.keyboard.press("Escape")
    tab.keyboard.press("d")
    tab.wait_for_selector(".deeper >> text=Asked, for 1")
    tab.keyboard.press("Control+Enter")
    tab.wait_for_selector(".card >> text=asked in depth")


def test_a_scorecard_is_saved_found_and_erased_by_keyboard_alone(tab: Page) -> None:
    begin(tab, COCKPIT.replace("C-1", "C-99"))
    tab.keyboard.type("slow reports")
    tab.wait_for_selector("#tick-1.met")
    tab.keyboard.press("Control+Enter")
    tab.wait_for_selector("text=Scorecard: C-99")
    tab.goto("/interview/scorecards")
    tab.keyboard.press("/")
    tab.keyboard.type("C-99")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/scorecards?candidate=C-99")
    tab.focus("td a")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("text=Scorecard: C-99")
    report = Axe().run(tab)
    assert report.response["violations"] == []
    tab.focus("summary")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("h1:has-text('Scorecards')")
    assert "C-99" not in tab.inner_text("main")


def test_a_scorecard_prints_without_its_controls(tab: Page) -> None:
    begin(tab)
    tab.keyboard.type("slow reports")
    tab.keyboard.press("Control+Enter")
    tab.wait_for_selector(".card")
    tab.wait_for_load_state()
    tab.emulate_media(media="print")
    assert not tab.is_visible("text=Markdown")
    assert not tab.is_visible("text=Interview")
    assert tab.is_visible("text=slow reports")


def test_the_tenth_concept_and_later_ones_are_reached_by_keyboard(tab: Page, many: str) -> None:
    begin(tab, f"/interview?q={many}")
    tab.keyboard.type("number three")
    tab.keyboard.press("Escape")
    tab.keyboard.press("0")
    tab.keyboard.type("12")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#tick-12.met")
    assert [tick.inner_text()[:2] for tick in tab.locator(".tick:visible").all()] == ["12"]
    tab.keyboard.type("eleven")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#tick-11.met")
    tab.keyboard.press("Escape")
    assert tab.locator(".tick:visible").count() == 12
    tab.keyboard.press("4")
    tab.wait_for_selector("#tick-4.met")
    assert tab.input_value("#notes") == "number three"


def test_a_screen_reader_is_told_at_most_every_two_seconds(tab: Page) -> None:
    tab.goto("/interview?q=how-to-scale-backend")
    tab.evaluate("""() => {
        window.said = [];
        new MutationObserver(() => window.said.push([Date.now(), document.getElementById("told").textContent]))
            .observe(document.getElementById("told"), {childList: true, characterData: true, subtree: true});
    }""")
    for words in ("more machines", ", queue", ", cache", ", bigger machine"):
        tab.keyboard.type(words)
        with tab.expect_response(lambda reply: reply.request.method == "POST"):
            pass
    tab.wait_for_function("() => window.said.length && window.said.at(-1)[1].startsWith('4 of 6')")
    times = [at for at, _ in tab.evaluate("() => window.said")]
    assert 2 <= len(times) <= 3
    assert min(later - sooner for sooner, later in pairwise(times)) >= 1990


def test_a_reload_loses_nothing(tab: Page) -> None:
    begin(tab)
    tab.keyboard.type("slow reports")
    tab.keyboard.press("Escape")
    tab.keyboard.press("2")
    tab.wait_for_selector("#tick-2.met")
    tab.goto(COCKPIT)
    tab.wait_for_selector("#tick-2.met >> text=set by you")
    assert tab.input_value("#notes") == "slow reports"


def test_the_cockpit_weighs_less_than_100_kilobytes(tab: Page) -> None:
    sizes: list[int] = []
    tab.on("requestfinished", lambda sent: sizes.append(sent.sizes()["responseBodySize"]))
    tab.goto("/interview?assessment=backend-take-home", wait_until="networkidle")
    assert len(sizes) >= 4
    assert sum(sizes) < 100_000


def test_on_a_slow_network_no_press_and_no_note_is_lost(tab: Page) -> None:
    tab.goto(COCKPIT.replace("C-1", "C-7"))
    slow = {"offline": False, "latency": 400, "downloadThroughput": -1, "uploadThroughput": -1}
    tab.context.new_cdp_session(tab).send("Network.emulateNetworkConditions", slow)
    tab.keyboard.type("slow reports")
    tab.keyboard.press("Escape")
    for key in ("2", "1", "h"):
        tab.keyboard.press(key)
    tab.keyboard.press("i")
    tab.keyboard.press("End")
    tab.keyboard.type(", heavy queries")
    tab.keyboard.press("Control+Enter")
    tab.wait_for_selector("text=Scorecard: C-7")
    assert "slow reports, heavy queries" in tab.inner_text(".card")
    assert tab.inner_text(".card").count("set by hand") == 2
