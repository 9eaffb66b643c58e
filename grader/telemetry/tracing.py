"""Traces of requests, sent to an OpenTelemetry collector: of each span only what is allowed by name leaves here."""

from collections.abc import Sequence
from threading import Thread

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import OTELResourceDetector, Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter, SpanExportResult
from opentelemetry.trace import SpanContext, Status, get_current_span

from .standard import forward

REQUEST_ID = "grader.request_id"
ATTRIBUTES = frozenset(
    {
        REQUEST_ID,
        "error.type",
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "network.protocol.version",
        "url.scheme",
    }
)
"""The framework notes more: the address, its query and the name of the host are what a client sent."""

SECONDS_TO_STOP = 3.0


class Tracing:
    """Sends spans from a thread of its own: a collector that is slow or away costs spans, and no request waits.

    What the OTEL_ variables say of sampling, batches, headers and the name of the service holds.
    """

    def __init__(self, collector: str, version: str) -> None:
        """Send to a collector's address for traces over OTLP: `http://127.0.0.1:4318/v1/traces`."""
        forward("opentelemetry")
        ours = Resource({"service.name": "grader", "service.version": version})
        self.provider = TracerProvider(resource=ours.merge(OTELResourceDetector().detect()), shutdown_on_exit=False)
        self.provider.add_span_processor(BatchSpanProcessor(Allowed(OTLPSpanExporter(collector))))

    def note(self, request_id: str) -> None:
        """Put the id of the request that runs on its span."""
        get_current_span().set_attribute(REQUEST_ID, request_id)

    def close(self) -> None:
        """Send what waits, for at most three seconds."""
        stopping = Thread(target=self.provider.shutdown, name="grader-tracing", daemon=True)
        stopping.start()
        stopping.join(SECONDS_TO_STOP)


class Allowed(SpanExporter):
    """Passes spans on with nothing in them that a client sent, but the ids of traces and of the request."""

    def __init__(self, inner: SpanExporter) -> None:
        self._inner = inner

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Send spans."""
        return self._inner.export([allowed(span) for span in spans])

    def shutdown(self) -> None:
        """Send no more."""
        self._inner.shutdown()


def allowed(span: ReadableSpan) -> ReadableSpan:
    """Return a span with allowed attributes only: no events, no links, no text of an error, no state of others."""
    return ReadableSpan(
        name=span.name,
        context=_bare(span.context),
        parent=_bare(span.parent),
        resource=span.resource,
        attributes={name: value for name, value in (span.attributes or {}).items() if name in ATTRIBUTES},
        kind=span.kind,
        instrumentation_scope=span.instrumentation_scope,
        status=Status(span.status.status_code),
        start_time=span.start_time,
        end_time=span.end_time,
    )


def _bare(context: SpanContext | None) -> SpanContext | None:
    """The ids alone: a client may write what it likes into the state that goes along with them."""
    if context is None:
        return None
    return SpanContext(context.trace_id, context.span_id, context.is_remote, context.trace_flags)
