"""Figures for Prometheus."""

from grader.judge import Call, Usage
from grader.telemetry import Metrics


def test_requests_are_counted_by_route_and_status() -> None:
    metrics = Metrics()
    metrics.begun()
    metrics.answered("POST", "/v1/grades", 201, 0.02)
    text = metrics.text().decode()
    assert 'grader_requests_total{method="POST",route="/v1/grades",status="201"} 1.0' in text
    assert 'grader_request_seconds_bucket{le="0.025",method="POST",route="/v1/grades"} 1.0' in text
    assert "grader_requests_running 0.0" in text


def test_judge_calls_are_counted_with_tokens_and_cost() -> None:
    metrics = Metrics()
    metrics.record(Call("m", "ok", 0.2, Usage(100, 20, 5000)))
    metrics.record(Call("m", "timeout", 5, Usage(cost=None)))
    text = metrics.text().decode()
    assert 'gen_ai_client_operation_duration_seconds_count{error_type="timeout",gen_ai_request_model="m"} 1.0' in text
    assert 'gen_ai_client_token_usage_sum{gen_ai_request_model="m",gen_ai_token_type="input"} 100.0' in text
    assert 'grader_judge_dollars_total{model="m"} 0.005' in text


def test_grades_and_refusals_are_counted() -> None:
    metrics = Metrics()
    metrics.graded("needs_review")
    metrics.refused("slow")
    text = metrics.text().decode()
    assert 'grader_grades_total{status="needs_review"} 1.0' in text
    assert 'grader_refused_total{why="slow"} 1.0' in text


def test_two_applications_count_apart() -> None:
    Metrics().graded("graded")
    assert "grader_grades_total{" not in Metrics().text().decode()
