"""The pages of who writes rubrics, in a browser."""

import json
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from grader.web.editing import NEW

pytestmark = pytest.mark.browser
CACHE = "/rubrics/backend-hiring-questions/when-to-use-cache"
PAGES = (
    "/rubrics/new",
    "/rubrics/build",
    "/agreement",
    f"{CACHE}/edit",
    f"{CACHE}/versions",
    f"{CACHE}/diff?old=0&new=0",
)
XSS = Path(__file__).with_name("payloads.txt").read_text("utf-8").splitlines()


def rubric(slug: str, text: str, **more: Any) -> dict[str, Any]:
    concept = {"id": "one", "source": text, "expect": "more servers | scale out", "feedback": text, "hint": text}
    return {"id": f"toy/{slug}", "question": text, "concepts": [{**concept, **more}]}


def send(page: Page, body: dict[str, Any]) -> None:
    reply = page.request.post("/v1/rubrics", data=json.dumps(body), headers={"content-type": "application/json"})
    assert reply.status == 201, reply.text()


def review(page: Page, count: int, answer: str = "slow reports") -> None:
    """Have grades confirmed, every third with another verdict."""
    for number in range(count):
        sent = {"rubric": CACHE.removeprefix("/rubrics/"), "answer": answer, "external_id": answer[:200]}
        grade = page.request.post("/v1/grades", data=sent).json()["id"]
        change = {"concepts": [{"concept": "oauth-token", "verdict": "met"}], "reason": "It was said in the call."}
        place, body = ("confirm", None) if number % 3 else ("overrides", change)
        reply = page.request.post(f"/v1/grades/{grade}/{place}", data=body, headers={"if-match": '"1"'})
        assert reply.status == 201, reply.text()


def press_tab_until(page: Page, there: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(there):
            return
    raise AssertionError("not reached by keyboard")


def axe(page: Page, where: str) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{where} {each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]


def reviewed(page: Page, text: str) -> None:
    page.goto("/rubrics/new")
    page.fill("#text", text)
    page.fill("#answer", "Slower writes.")
    page.wait_for_selector("#draft mark")
    page.click("text=See what would change")
    page.wait_for_selector("#publish")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(tab: Page, theme: str) -> None:
    tab.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    found = []
    for path in PAGES:
        tab.goto(path)
        found += axe(tab, path)
    send(tab, rubric("axe", "Old words?"))
    send(tab, rubric("axe", "New words?", weight=2))
    tab.goto("/rubrics/toy/axe/diff?old=1&new=2")
    found += axe(tab, "a diff")
    reviewed(tab, NEW.replace("the price", "slower writes"))
    found += axe(tab, "a review")
    tab.fill("#text", "id: [")
    tab.wait_for_selector("text=cannot be read as a rubric yet")
    found += axe(tab, "a fault")
    tab.goto("/rubrics/build")
    tab.click("text=Draft rubrics")
    tab.wait_for_selector("#drafts-head")
    found += axe(tab, "drafts")
    review(tab, 12)
    tab.goto("/agreement")
    tab.wait_for_selector(".confusion")
    assert found + axe(tab, "figures") == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_320_pixels(tab: Page, path: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(path)
    assert tab.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_a_rubric_is_written_and_published_by_keyboard_alone(tab: Page) -> None:
    tab.goto("/rubrics/new")
    press_tab_until(tab, "document.activeElement.id == 'text'")
    tab.keyboard.press("Control+A")
    tab.keyboard.insert_text(NEW.replace("my-questions", "by-keyboard"))
    tab.wait_for_selector("text=by-keyboard/when-to-use-an-index can be read")
    tab.keyboard.press("Control+Enter")
    tab.wait_for_selector("#publish")
    press_tab_until(tab, "document.activeElement.id == 'publish'")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("text=Version 1 is in force")


def test_the_caret_stays_where_it_is_while_findings_come(tab: Page) -> None:
    tab.goto("/rubrics/new")
    tab.focus("#text")
    at = NEW.index("id: write-cost") + 4
    tab.evaluate("at => document.getElementById('text').setSelectionRange(at, at)", at)
    tab.keyboard.type("wrong one ", delay=20)
    tab.wait_for_selector("#draft .finding.error")
    assert tab.evaluate("() => [document.activeElement.id, document.activeElement.selectionStart]") == ["text", at + 10]


def test_a_finding_leads_to_its_line(tab: Page) -> None:
    tab.goto("/rubrics/new")
    tab.fill("#text", NEW.replace("the price", "slower writes"))
    tab.click("#draft .finding.warning >> text=when-to-use-an-index.yaml:14")
    chosen = "() => { const t = document.activeElement; return t.value.slice(t.selectionStart, t.selectionEnd); }"
    assert "slower writes" in tab.evaluate(chosen)


def test_what_was_typed_is_there_after_a_reload_and_can_be_discarded(tab: Page) -> None:
    tab.goto("/rubrics/new")
    tab.fill("#text", "id: mine/mine")
    tab.click("text=Dark")
    tab.wait_for_selector("text=What you had typed here is back.")
    assert tab.input_value("#text") == "id: mine/mine"
    tab.click("text=Discard it")
    assert tab.input_value("#text") == NEW


def test_a_check_that_fails_says_so_and_loses_neither_text_nor_findings(tab: Page, faults: list[str]) -> None:
    tab.goto("/rubrics/new")
    tab.fill("#text", "\u6587" * 100_000)
    tab.wait_for_selector("text=Not checked: it is larger than 256 KiB.")
    tab.context.set_offline(True)
    tab.fill("#text", "id: mine/mine")
    tab.wait_for_selector("text=Not checked: the service cannot be reached.")
    assert "can be read" in tab.inner_text("#draft")
    tab.context.set_offline(False)
    tab.fill("#text", NEW)
    tab.wait_for_selector("#unchecked:empty", state="attached")
    faults[:] = [fault for fault in faults if "Failed to " not in fault]


def test_everything_posts_without_a_script(chromium: Browser, address: str) -> None:
    with chromium.new_context(base_url=address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/rubrics/new")
        page.fill("#text", NEW.replace("my-questions", "no-script"))
        page.fill("#answer", "Slower writes.")
        page.click("text=Check and try")
        page.wait_for_selector("#draft mark")
        page.click("text=See what would change")
        page.click("#publish")
        page.wait_for_selector("text=Version 1 is in force")
        page.click("text=Edit")
        assert "no-script/when-to-use-an-index" in page.input_value("#text")


def test_a_document_is_drafted_and_a_draft_opened_by_keyboard_alone(tab: Page) -> None:
    tab.goto("/rubrics/build")
    tab.focus("#document")
    tab.keyboard.press("Control+A")
    tab.keyboard.insert_text("- When to queue? in peaks, for slow work\n- When to stop? at once\n")
    tab.keyboard.press("Control+Enter")
    tab.wait_for_selector("text=2 drafts")
    press_tab_until(tab, "document.activeElement.innerText.startsWith('Open in the editor')")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("text=pasted/when-to-queue can be read")
    tab.wait_for_selector("#gutter span")
    tab.click("text=Dark")
    tab.wait_for_selector("text=What you had typed here is back.")
    assert "pasted/when-to-queue" in tab.input_value("#text")


def test_agreement_on_one_rubric_is_asked_for_by_keyboard_alone(tab: Page) -> None:
    review(tab, 10)
    tab.goto("/agreement")
    tab.focus("#rubric")
    tab.keyboard.type("When to use cache")
    tab.keyboard.press("Control+Enter")
    tab.wait_for_url("**/agreement?rubric=*when-to-use-cache*")
    assert "reviewed grades by 1 person" in tab.inner_text("#found-head")
    assert tab.locator(".plot svg").count() == 2


def test_documents_and_labels_post_without_a_script(chromium: Browser, address: str, tmp_path: Path) -> None:
    labels = tmp_path / "mine.jsonl"
    labels.write_text('{"q": 1, "answer": "a queue", "units": {"queues": "met"}}\n' * 10)
    with chromium.new_context(base_url=address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/rubrics/build")
        page.click("text=Draft rubrics")
        page.click("text=Open in the editor")
        page.wait_for_selector("text=pasted/when-to-use-an-index can be read")
        page.goto("/agreement")
        page.set_input_files("#file", labels)
        page.locator("form[action='/agreement'][method=post] >> text=Compare").click()
        page.wait_for_selector("text=10 labelled answers from mine.jsonl")


def test_no_text_of_a_document_or_a_reviewed_answer_runs(tab: Page) -> None:
    rows = [{"question": f"{text} {n}?", "reference": text} for n, text in enumerate(XSS)]
    tab.goto("/rubrics/build")
    tab.fill("#document", "\n".join(map(json.dumps, rows)))
    tab.click("text=Draft rubrics")
    tab.wait_for_selector("text=60 drafts")
    shown = tab.inner_text(".drafts")
    assert all(" ".join(row["question"].split()) in " ".join(shown.split()) for row in rows[:20])
    for text in XSS[:30]:
        review(tab, 1, text)
    tab.goto("/agreement")
    tab.wait_for_selector(".differ")


@pytest.mark.timeout(300)
def test_no_text_of_a_rubric_runs(tab: Page) -> None:
    shown = [text.strip() for text in XSS if text.strip()]
    for number, text in enumerate(shown):
        send(tab, rubric(f"xss-{number}", text))
        send(tab, rubric(f"xss-{number}", f"{text}!"))
        tab.goto(f"/rubrics/toy/xss-{number}/edit")
        assert text in json.loads(f'"{tab.input_value("#text").split("question: ", 1)[1].split(chr(10))[0][1:-1]}"')
        tab.goto(f"/rubrics/toy/xss-{number}/diff?old=1&new=2")
        assert tab.locator("del").count() == 6
    tab.goto("/rubrics?find=toy/xss")
    assert f"{len(shown)} of" in tab.inner_text("main")
    assert len(shown) == 60
