"""Make the pictures of the pages of a running service: `python docs/screenshots.py ADDRESS docs/images`."""

import sys
from pathlib import Path
from shutil import which

from playwright.sync_api import Page, sync_playwright

NOTES = "tls everywhere, sign in with oauth\nthrottle clients that ask too often\nsigned tokens between services"
SAMPLE = Path(__file__).with_name("examples") / "take-home.csv"
ANSWER = "GraphQL for our own apps, where we control both ends. Plain REST for partners."
PLACES = {
    "home": "/",
    "interview": "/interview?candidate=C-17&q=how-to-deal-with-security&q=how-to-scale-backend&q=when-to-use-cache",
}
PLACES["scorecard"] = PLACES["interview"].replace("C-17", "C-18")
RUBRIC = "/rubrics/backend-hiring-questions/when-to-use-rest-api-or-graphql"
PLACES |= {"rubrics": "/rubrics", "rubric": RUBRIC, "editor": f"{RUBRIC}/edit", "build": "/rubrics/build"}
PLACES |= {"agreement": "/agreement"}
ROOT = Path(__file__).parent.parent


def graded(page: Page, address: str, sample: Path) -> str:
    """Have a file graded in the pages and return the place of its batch."""
    page.goto(f"{address}/batches")
    page.set_input_files("#file", sample)
    page.click("button.main")
    page.wait_for_selector(".mapping")
    page.click("button.main")
    page.wait_for_selector("#progress >> text=Completed", timeout=60_000)
    return str(page.evaluate("() => location.pathname"))


def prepared(page: Page, name: str) -> None:
    """Do on a page what its picture shows."""
    if name in ("interview", "scorecard"):
        page.locator("#notes").fill(NOTES)
        page.wait_for_selector(".tick.met", timeout=5000)
        page.click("#ask-1")
        page.wait_for_selector(".ask >> text=Narrower")
    if name == "scorecard":
        page.locator("#notes").fill(f"{NOTES}\ncors: the server says which origins may call\ncsrf tokens in forms")
        page.wait_for_selector("text=after a nudge")
        page.click("#scorecard")
        page.wait_for_selector(".card")
    if name == "batch":
        page.wait_for_selector(".rates")
    if name in ("home", "rubric"):
        page.fill("#answer", ANSWER)
        page.click("button.main")
        page.wait_for_selector(".result")
    if name in ("build", "agreement", "editor"):
        written(page, name)


def written(page: Page, name: str) -> None:
    """Do on a page of who keeps rubrics what its picture shows."""
    if name == "build":
        page.set_input_files("#file", ROOT / "tests/seeds/networking.md")
        page.click("button.main")
        page.wait_for_selector("#drafts-head")
    if name == "agreement":
        page.set_input_files("#file", ROOT / "tests/labels/backend-hiring-questions.jsonl")
        page.locator("form[action='/agreement'][method=post] button").click()
        page.wait_for_selector("#found-head bdi")
        page.evaluate("document.getElementById('found-head').scrollIntoView()")
    if name == "editor":
        text = page.input_value("#text")
        page.fill(
            "#text", text.replace("Client and server are", "GraphQL for internal products? Client and server are")
        )
        page.fill("#answer", ANSWER)
        page.wait_for_selector(".result")
        page.evaluate("document.getElementById('text').scrollTop = 0; scrollTo(0, 0)")


def main(address: str, folder: Path) -> None:
    """Write a picture of each page, light and dark, wide and narrow."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        batch = graded(browser.new_page(), address, SAMPLE)
        places = PLACES | {"batch": batch, "review": f"{batch}/queue"}
        for theme in ("light", "dark"):
            for width, size in ((1280, "wide"), (390, "narrow")):
                page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=theme)  # type: ignore[arg-type]
                for name, place in places.items():
                    page.goto(f"{address}{place}")
                    prepared(page, name)
                    page.screenshot(path=folder / f"{name}-{theme}-{size}.png", full_page=size == "narrow")
                page.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
