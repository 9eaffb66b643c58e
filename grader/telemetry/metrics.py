"""Figures for Prometheus: requests, grades and judge calls, counted and timed."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from grader.judge import Call

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25)
TOKENS = (1, 4, 16, 64, 256, 1024, 4096, 16384, 65536)
MODEL = "gen_ai_request_model"
MILLION = 1_000_000
CONTENT_TYPE = "text/plain; version=1.0.0; charset=utf-8"


class Metrics:
    """The figures of one application. Labels are route templates and kinds, never what a client sent."""

    def __init__(self) -> None:
        self._registry = to = CollectorRegistry()
        by_route = ("method", "route")
        self._requests = Counter("grader_requests", "Requests.", (*by_route, "status"), registry=to)
        self._seconds = Histogram("grader_request_seconds", "To the reply.", by_route, buckets=SECONDS, registry=to)
        self._running = Gauge("grader_requests_running", "Requests that have no reply yet.", registry=to)
        self._grades = Counter("grader_grades", "Grades given.", ("status",), registry=to)
        self._refused = Counter("grader_refused", "Refused before their route.", ("why",), registry=to)
        # The names of OpenTelemetry's conventions for generative models, as Prometheus writes them.
        by_model, by_type = (MODEL, "error_type"), (MODEL, "gen_ai_token_type")
        duration, usage = "gen_ai_client_operation_duration_seconds", "gen_ai_client_token_usage"
        self._calls = Histogram(duration, "Calls of judges.", by_model, buckets=SECONDS, registry=to)
        self._tokens = Histogram(usage, "Tokens of judge calls.", by_type, buckets=TOKENS, registry=to)
        self._dollars = Counter("grader_judge_dollars", "What judge calls cost.", ("model",), registry=to)

    def begun(self) -> None:
        """Count a request that has come in."""
        self._running.inc()

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request that got its reply."""
        self._running.dec()
        self._requests.labels(method, route, status).inc()
        self._seconds.labels(method, route).observe(seconds)

    def graded(self, status: str) -> None:
        """Count a grade."""
        self._grades.labels(status).inc()

    def refused(self, why: str) -> None:
        """Count a request that a limit or a deadline refused."""
        self._refused.labels(why).inc()

    def record(self, call: Call) -> None:
        """Count a call of a judge; a cost that is not known is not counted."""
        self._calls.labels(call.model, "" if call.outcome == "ok" else call.outcome).observe(call.seconds)
        self._tokens.labels(call.model, "input").observe(call.usage.input_tokens)
        self._tokens.labels(call.model, "output").observe(call.usage.output_tokens)
        self._dollars.labels(call.model).inc((call.usage.cost or 0) / MILLION)

    def text(self) -> bytes:
        """Return all figures in Prometheus' text format."""
        return generate_latest(self._registry)
