"""Traces of requests reach a collector, and nothing that a client sent goes along."""

import io
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from threading import enumerate as enumerate_threads

import pytest
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import StatusCode

from grader.asgi import create_app
from grader.bootstrap import tracing
from grader.errors import SettingsError
from grader.settings import Settings
from grader.telemetry import configure, silence
from grader.telemetry.tracing import Allowed, Tracing
from tests.api.conftest import here
from tests.api.rubrics import RUBRIC, YAML

from .collecting import Collector, collecting

CANARY = "canary7f3a"
GRADE = {"rubric": "when-to-use-cache", "answer": "For slow queries.", "candidate": "c-1"}
TRACE = "0af7651916cd43dd8448eb211c80319c"


@pytest.fixture
def collector() -> Iterator[Collector]:
    with collecting() as found:
        yield found


def settings(folder: Path, address: str) -> Settings:
    return Settings(data_dir=folder, traces_endpoint=address)


def attributes(span: Span) -> dict[str, object]:
    return {each.key: each.value.string_value or each.value.int_value for each in span.attributes}


def test_a_request_is_a_span_with_its_route_status_and_id(collector: Collector, tmp_path: Path) -> None:
    caller = {"traceparent": f"00-{TRACE}-b7ad6b7169203331-01", "x-request-id": "r-7"}
    with here(create_app(settings(tmp_path, collector.address))) as client:
        made = client.post("/v1/grades", json=GRADE, headers=caller).json()["id"]
        client.get(f"/v1/grades/{made}", headers={"x-request-id": "r-8"})
        client.get("/v1/grades/none", headers={"x-request-id": "r-9"})
        client.get("/livez")
    created, read, missing = sorted(collector.spans(), key=lambda span: str(attributes(span)["grader.request_id"]))
    assert (created.name, read.name) == ("POST /v1/grades", "GET /v1/grades/{grade_id}")
    assert (created.trace_id.hex(), created.parent_span_id.hex()) == (TRACE, "b7ad6b7169203331")
    assert created.end_time_unix_nano > created.start_time_unix_nano
    assert attributes(created) == {
        "grader.request_id": "r-7",
        "http.request.method": "POST",
        "http.response.status_code": 201,
        "http.route": "/v1/grades",
        "network.protocol.version": "1.1",
        "url.scheme": "http",
    }
    assert attributes(missing)["http.response.status_code"] == 404
    (resource,) = {str(group.resource) for each in collector.received() for group in each.resource_spans}
    assert '"grader"' in resource


def test_nothing_that_was_sent_reaches_the_collector(collector: Collector, tmp_path: Path) -> None:
    body = {"rubric": "when-to-use-cache", "answer": CANARY, "candidate": CANARY, "external_id": CANARY}
    headers = {
        "authorization": f"Bearer {CANARY}",
        "baggage": f"who={CANARY}",
        "cookie": CANARY,
        "host": f"{CANARY}.example",
        "idempotency-key": CANARY,
        "traceparent": f"00-{TRACE}-b7ad6b7169203331-01",
        "tracestate": f"who={CANARY}",
        "user-agent": CANARY,
    }
    with here(create_app(settings(tmp_path, collector.address))) as client:
        for sent in (body, {**body, "rubric": CANARY}, {**body, CANARY: 1}):
            client.post(f"/v1/grades?view={CANARY}&{CANARY}={CANARY}", json=sent)
            client.post("/v1/grades", json=sent, headers={**headers, "host": "127.0.0.1"})
            client.post("/v1/grades", json=sent, headers=headers)
        client.post("/v1/rubrics", content=RUBRIC.format(slug=CANARY), headers=YAML)
        client.post("/v1/keys", json={"name": CANARY, "role": "candidate", "candidate": CANARY})
        client.delete(f"/v1/candidates/{CANARY}")
        client.get(f"/v1/grades?candidate={CANARY}")
        client.get(f"/{CANARY}")
        client.request(CANARY.upper(), "/v1/grades")
        client.get(f"/batches/{CANARY}", headers={"x-request-id": f"{CANARY} refused"})
    assert len(collector.spans()) == 16
    assert all(CANARY not in body.decode("latin-1").lower() for body in collector.bodies)
    assert all(CANARY not in head.lower() for head in collector.heads)


def test_the_text_of_a_bug_stays_here(collector: Collector, tmp_path: Path) -> None:
    app = create_app(settings(tmp_path, collector.address))

    @app.get("/bug")
    def bug() -> None:
        raise RuntimeError(CANARY)

    with here(app) as client:
        assert client.get("/bug").status_code == 500
    (span,) = collector.spans()
    assert (span.status.code, attributes(span)["error.type"]) == (Status.STATUS_CODE_ERROR, "RuntimeError")
    assert CANARY not in str(collector.received())


def test_a_span_is_sent_without_what_is_not_allowed_by_name() -> None:
    kept = InMemorySpanExporter()
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(Allowed(kept)))
    tracer = provider.get_tracer("t")
    with tracer.start_as_current_span("one") as first, tracer.start_as_current_span("two") as span:
        span.set_attributes({"url.query": CANARY, "http.route": "/v1/grades", "server.address": CANARY})
        span.add_event(CANARY)
        span.add_link(first.get_span_context(), {"text": CANARY})
        span.set_status(StatusCode.ERROR, CANARY)
    found = kept.get_finished_spans()[0]
    assert CANARY not in found.to_json()
    assert (found.attributes, found.status.status_code) == ({"http.route": "/v1/grades"}, StatusCode.ERROR)
    assert (found.links, found.events) == ((), ())


def test_a_collector_that_is_away_fails_no_request_and_is_told_of_in_a_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_TIMEOUT", "1")
    lines = io.StringIO()
    configure(lines)
    try:
        with here(create_app(settings(tmp_path, f"http://127.0.0.1:{unused()}/v1/traces"))) as client:
            assert [client.post("/v1/grades", json=GRADE).status_code for _ in range(5)] == [201] * 5
    finally:
        silence()
    assert '"logger": "opentelemetry.' in lines.getvalue()


def test_the_end_does_not_wait_for_a_collector_that_hangs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_TIMEOUT", "3")
    monkeypatch.setenv("OTEL_BSP_SCHEDULE_DELAY", "1")
    monkeypatch.setattr("grader.telemetry.tracing.SECONDS_TO_STOP", 0.05)
    before = sending()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        app = create_app(settings(tmp_path, f"http://127.0.0.1:{silent.getsockname()[1]}/v1/traces"))
        with here(app) as client:
            assert client.post("/v1/grades", json=GRADE).status_code == 201
            taken, _ = silent.accept()
            with taken:
                assert [client.get("/v1/grades").status_code for _ in range(5)] == [200] * 5
                app.state.services.tracing.close()
                assert sending() > before, "it still waits for a reply"
    for thread in sending() - before:
        thread.join()


def test_without_a_collector_nothing_of_it_is_loaded() -> None:
    assert tracing(Settings()) is None


def test_without_the_extra_the_setting_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delitem(sys.modules, "grader.telemetry.tracing")
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)
    with pytest.raises(SettingsError, match="extra `otel`"):
        tracing(settings(tmp_path, "http://127.0.0.1:4318/v1/traces"))


def test_the_operators_own_names_for_the_service_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_SERVICE_NAME", "grader-eu")
    made = Tracing("http://127.0.0.1:9/v1/traces", "1.2.3")
    made.close()
    assert made.provider.resource.attributes["service.name"] == "grader-eu"
    assert made.provider.resource.attributes["service.version"] == "1.2.3"


def unused() -> int:
    """A port that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as bound:
        return int(bound.getsockname()[1])


def sending() -> set[Thread]:
    return {thread for thread in enumerate_threads() if thread.name.startswith("OtelBatchSpan")}
