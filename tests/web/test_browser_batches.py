"""Batches in a browser: by keyboard alone, in both themes, without a script, with texts of strangers."""

import csv
from pathlib import Path
from shutil import which

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.web.batching import SENT
from tests.web.test_browser import XSS

pytestmark = [pytest.mark.browser, pytest.mark.skipif(which("chromium") is None, reason="there is no Chromium")]


def sent(page: Page, folder: Path, text: str = SENT, name: str = "take.csv") -> str:
    """Upload a file, have it graded, and return the path of its batch."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    page.goto("/batches")
    page.set_input_files("#file", path)
    page.click("button.main")
    page.wait_for_selector(".mapping")
    page.click("button.main")
    page.wait_for_selector("#progress >> text=Completed", timeout=30_000)
    page.wait_for_selector(".rates")
    return page.evaluate("() => location.pathname")  # type: ignore[no-any-return]


def test_a_batch_is_graded_and_reviewed_by_keyboard_alone(tab: Page, tmp_path: Path) -> None:
    path = tmp_path / "take.csv"
    path.write_text(SENT, encoding="utf-8")
    tab.goto("/batches")
    tab.set_input_files("#file", path)  # the dialog for files is the system's own
    tab.keyboard.press("Control+Enter")
    tab.wait_for_selector(".scripted .mapping")
    tab.keyboard.press("Control+Enter")
    tab.wait_for_selector("#progress >> text=Completed", timeout=30_000)
    tab.wait_for_selector(".rates")
    focused = "() => document.activeElement.textContent"
    for _ in range(40):
        tab.keyboard.press("Tab")
        if "Review" in tab.evaluate(focused):
            break
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".scripted #pick-1")
    for number in range(1, tab.locator("select[id^=pick]").count() + 1):
        tab.keyboard.press("Escape")
        tab.keyboard.press(str(number))
        tab.keyboard.type("Met")
    tab.keyboard.press("Control+Enter")
    tab.wait_for_selector(".said")
    assert "your score is 100" in tab.inner_text(".said")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_a_batch(tab: Page, tmp_path: Path, theme: str, faults: list[str]) -> None:
    tab.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    place = sent(tab, tmp_path)
    found = []
    for path in ("/batches", place, f"{place}/results", f"{place}/results/0", f"{place}/results/4", f"{place}/queue"):
        tab.goto(path)
        tab.wait_for_load_state("networkidle")
        report = Axe().run(tab)
        found += [f"{path} {each['id']}: {each['nodes'][0]['html'][:200]}" for each in report.response["violations"]]
    tab.goto("/batches")
    tab.set_input_files("#file", tmp_path / "take.csv")
    tab.click("button.main")
    tab.click("text=Try the first 5")
    tab.wait_for_selector("#tried-head")
    report = Axe().run(tab)
    found += [f"new {each['id']}: {each['nodes'][0]['html'][:200]}" for each in report.response["violations"]]
    assert found == []


def test_a_batch_fits_320_pixels(tab: Page, tmp_path: Path) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    place = sent(tab, tmp_path)
    for path in ("/batches", place, f"{place}/results", f"{place}/results/0", f"{place}/queue"):
        tab.goto(path)
        tab.wait_for_load_state("networkidle")
        assert tab.evaluate("() => document.documentElement.scrollWidth") <= 320, path
    tab.goto("/batches")
    tab.set_input_files("#file", tmp_path / "take.csv")
    tab.click("button.main")
    tab.click("text=Try the first 5")
    tab.wait_for_selector("#tried-head")
    assert tab.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_a_batch_is_graded_without_a_script(chromium: Browser, address: str, tmp_path: Path) -> None:
    path = tmp_path / "take.csv"
    path.write_text(SENT, encoding="utf-8")
    with chromium.new_context(base_url=address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/batches")
        page.set_input_files("#file", path)
        page.click("button.main")
        page.click("button.main")
        for _ in range(60):
            if page.locator("text=Completed").count():
                break
            page.wait_for_timeout(250)
            page.click("text=Look again")
        page.click("text=Review")
        page.wait_for_selector("#pick-1")
        for number in range(page.locator("select[id^=pick]").count()):
            page.select_option(f"#pick-{number + 1}", "missed")
        page.click("button.main")
        page.wait_for_selector(".said")
        page.goto(page.url.partition("/queue")[0] + "/concepts")
        page.wait_for_selector(".rates")


def test_no_text_of_a_stranger_runs_in_a_batch(tab: Page, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Candidate", "Question", "Answer", "<img src=x onerror=alert(1)>"])
        rows.writerows([payload, "When to use cache?", f"slow queries {payload}", payload] for payload in XSS)
        rows.writerows(["c", payload, payload, ""] for payload in XSS[:20])
    place = sent(tab, tmp_path, path.read_text("utf-8"), "'\"><img src=x onerror=alert(1)>.csv")
    assert "onerror=alert" in tab.inner_text("h1")
    tab.goto(f"{place}?names=true")
    tab.goto(f"{place}/results?names=true")
    for number in (*range(0, 60, 3), 61):
        tab.goto(f"{place}/results/{number}?names=true")
        assert tab.locator(".answer").count() == 1
    tab.goto(f"{place}/results?names=true")
    assert XSS[0].strip() in tab.inner_text("table")


CLAIMING = "Question,Answer\nWhen to use cache?,Slow queries. I would add an index on the foreign keys too.\n"


def ignored_by_keyboard(page: Page) -> None:
    """Press Tab from the heading of claims to the button that ignores the first one, and press that."""
    page.focus("#beyond-head")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.value") == "ignored":
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("text=1 ignored, show")


def test_a_claim_is_ignored_and_brought_back_by_keyboard_alone(tab: Page, tmp_path: Path) -> None:
    place = sent(tab, tmp_path, CLAIMING)
    tab.goto(f"{place}/results/0")
    ignored_by_keyboard(tab)
    assert tab.evaluate("() => location.hash") == "#beyond-head"
    report = Axe().run(tab)
    assert [each["id"] for each in report.response["violations"]] == []
    tab.focus("summary")
    for key in ("Enter", "Tab", "Enter"):
        tab.keyboard.press(key)
    tab.wait_for_selector("text=Said beyond the rubric: 1")


def test_a_claim_is_ignored_without_a_script(chromium: Browser, address: str, tab: Page, tmp_path: Path) -> None:
    place = sent(tab, tmp_path, CLAIMING)
    with chromium.new_context(base_url=address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{place}/results/0")
        page.click("button[value=ignored]")
        page.click("text=1 ignored, show")
        page.click("text=Bring it back")
        assert page.inner_text("#beyond-head") == "Said beyond the rubric: 1"
