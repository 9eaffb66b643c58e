"""The pages in a browser: by keyboard alone, in both themes, and nothing breaks their content policy."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
CACHE = "backend-hiring-questions/when-to-use-cache"
COCKPIT = f"/interview?q={CACHE}&q=how-to-scale-backend&candidate=C-1"
PAGES = ("/", "/interview", COCKPIT, "/interview/scorecards", "/rubrics", f"/rubrics/{CACHE}", "/rubrics/no/such")
XSS = Path(__file__).with_name("payloads.txt").read_text("utf-8").splitlines()


def test_the_watch_sees_what_breaks_the_policy(tab: Page, faults: list[str]) -> None:
    tab.goto("/")
    tab.evaluate("() => document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')")
    tab.wait_for_timeout(50)
    assert "Content Security Policy" in faults[0]
    faults.clear()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(tab: Page, theme: str, faults: list[str]) -> None:
    tab.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    found = []
    for path in PAGES:
        tab.goto(path)
        report = Axe().run(tab)
        found += [f"{path} {each['id']}: {each['nodes'][0]['html'][:200]}" for each in report.response["violations"]]
    assert found == []
    faults[:] = [fault for fault in faults if "404" not in fault]  # the page that is not there


@pytest.mark.parametrize("path", PAGES[:-1])
def test_a_page_fits_320_pixels(tab: Page, path: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(path)
    assert tab.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_an_answer_is_graded_by_keyboard_alone(tab: Page) -> None:
    tab.goto("/")
    for _ in range(30):
        tab.keyboard.press("Tab")
        if tab.evaluate("() => document.activeElement.id") == "answer":
            break
    tab.keyboard.press("Control+A")
    tab.keyboard.type("REST for partners")
    tab.keyboard.press("Control+Enter")
    tab.wait_for_selector("mark")
    assert tab.inner_text(".score-line strong") == "50"


def test_single_keys_can_be_turned_off(tab: Page) -> None:
    tab.goto(COCKPIT)
    tab.keyboard.press("Escape")
    tab.keyboard.press("?")
    tab.uncheck("#single-keys")
    tab.keyboard.press("Escape")
    tab.locator("h1").click()
    tab.keyboard.press("1")
    tab.wait_for_timeout(300)
    assert tab.get_attribute("#tick-1", "aria-pressed") == "false"


def test_everything_posts_without_a_script(chromium: Browser, address: str) -> None:
    with chromium.new_context(base_url=address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(COCKPIT)
        page.fill("#notes", "slow reports")
        page.click("#tick-2")
        page.wait_for_selector("#tick-1.met")
        page.wait_for_selector("#tick-2.met")
        page.click("#deeper-1")
        page.wait_for_selector(".deeper >> text=Asked, for 1")
        page.click("#next")
        page.click("#ask-1")
        page.wait_for_selector(".ask >> text=Narrower, for 1")
        page.click("button.main >> text=Save")
        page.wait_for_selector("text=asked in depth")
        page.goto("/")
        page.click("text=Dark")
        assert page.get_attribute("html", "data-theme") == "dark"


def test_no_text_of_a_stranger_runs(tab: Page) -> None:
    for payload in XSS:
        tab.goto(f"/rubrics/{CACHE}")
        tab.fill("#answer", f"slow reports {payload}")
        tab.click("button.main")
        tab.wait_for_selector(".answer")
        assert payload.strip() in tab.input_value("#answer")
    assert len(XSS) == 60


def test_no_text_of_a_stranger_runs_in_an_interview(tab: Page) -> None:
    tab.goto("/interview")
    tab.fill("#candidate", XSS[0])
    tab.check(f'[value="{CACHE}"]')
    tab.click("button.main")
    with tab.expect_response(lambda reply: reply.request.method == "POST"):
        tab.fill("#notes", "\n".join(XSS))
    tab.click("#scorecard")
    tab.wait_for_selector(".card")
    assert all(payload.strip() in tab.inner_text(".answer") for payload in XSS[:20])
    tab.goto("/interview/scorecards")
    assert tab.locator("td a").count() >= 1
