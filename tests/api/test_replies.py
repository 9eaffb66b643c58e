"""Replies that are written as their model is."""

from grader.api.replies import ModelResponse
from grader.api.schemas import Health


def test_a_reply_is_the_models_own_json() -> None:
    reply = ModelResponse(Health(status="ok"), 201, {"ETag": '"1"'})
    assert (reply.status_code, reply.body, reply.media_type) == (201, b'{"status":"ok"}', "application/json")
    assert reply.headers["etag"] == '"1"'
