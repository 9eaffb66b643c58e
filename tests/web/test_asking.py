"""What pages ask: the rubrics of the tenant that reads them."""

from pathlib import Path

from starlette.testclient import TestClient

from grader.asgi import create_app
from grader.rubric import rubric_text
from grader.settings import Settings
from tests.api.conftest import here


def own_rubric(client: TestClient) -> str:
    whole = client.app.state.services.grading.exact("backend-hiring-questions/when-to-use-cache")  # type: ignore[attr-defined]
    return rubric_text(whole.model_copy(update={"id": "own/what-is-it", "question": "What is it?", "source": None}))


def test_a_rubric_that_was_sent_is_on_the_pages(tmp_path: Path) -> None:
    with here(create_app(Settings(data_dir=tmp_path))) as client:
        sent = client.post("/v1/rubrics", content=own_rubric(client), headers={"content-type": "application/yaml"})
        assert sent.status_code == 201, sent.text
        assert "What is it?" in client.get("/rubrics").text
        assert client.get("/rubrics/own/what-is-it").status_code == 200
