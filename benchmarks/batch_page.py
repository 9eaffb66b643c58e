"""How soon the page of a large batch is there: `python -m benchmarks.batch_page [ROWS]`.

Grades that many answers through the service's own engine, then opens the page of the batch in Chromium, several times,
and the page of one answer beside it: the ratio says what the size costs.
"""

import sys
from pathlib import Path
from shutil import which
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from benchmarks.batch_engine import answers, submitted
from grader.access import LOCAL
from grader.bootstrap import serving
from grader.settings import Settings
from grader.workshop import background
from tests.cli.test_serving import service

ROUNDS, BAR = 7, 1.0


def graded(folder: Path, number: int) -> str:
    """Have answers graded, twelve of each candidate, and return the id of their batch."""
    settings = Settings(data_dir=folder)
    wired = serving(settings)
    engine = background(wired, settings)
    engine.start()
    rows = [row | {"candidate": f"c-{at // 12}"} for at, row in enumerate(answers(number))]
    submitted(wired.batches, rows, 3600)
    (found,) = wired.batches.page(LOCAL, None, 1)
    engine.stop()
    wired.close()
    return found.batch.id


def seconds(page: Page, path: str) -> tuple[float, float]:
    """Return the median times from asking for a page until it is loaded, and until the last piece of it is there."""
    loaded, whole = [], []
    for _ in range(ROUNDS):
        page.goto(path, wait_until="networkidle")
        loaded.append(page.evaluate("() => performance.getEntriesByType('navigation')[0].loadEventEnd / 1000"))
        whole.append(page.evaluate("() => Math.max(...performance.getEntries().map(entry => entry.responseEnd || 0))"))
    return median(loaded), median(whole) / 1000


def main(number: int) -> None:
    """Print the times; exit 1 if the large batch takes a second."""
    with TemporaryDirectory() as folder:
        name = graded(Path(folder), number)
        with service(Path(folder)) as (_, port), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(base_url=f"http://127.0.0.1:{port}")
            one, _ = seconds(page, f"/batches/{name}/results/0")
            large, whole = seconds(page, f"/batches/{name}")
            browser.close()
    print(f"the page of one answer: {one:.2f} s")
    print(f"the page of a batch of {number:,} answers: {large:.2f} s, {large / one:.1f} times that (bar: {BAR:.0f} s)")
    print(f"how often each concept was met, which it asks for then: {whole:.2f} s")
    sys.exit(large >= BAR)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
