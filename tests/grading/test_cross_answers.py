"""The reference of one question is next to no answer to another, unless a person noted what they share."""

from benchmarks.robustness import NEXT_TO_NOTHING, cross_answers, share_next_to_nothing
from grader.bootstrap import services
from grader.settings import Settings

# Each holds words of the other question that nobody noted as shared: "event-driven workflows", Redis among brokers.
KNOWN = {
    ("how-to-scale-backend", "vercel-vs-serverless-vs-k8s-vs-ec2"),
    ("how-to-optimize-database-queries", "how-to-implement-event-driven"),
    ("how-to-implement-event-driven", "vercel-vs-serverless-vs-k8s-vs-ec2"),
    ("how-to-decouple-backend", "vercel-vs-serverless-vs-k8s-vs-ec2"),
    ("when-to-use-docker-and-docker-compose", "vercel-vs-serverless-vs-k8s-vs-ec2"),
    ("how-to-deal-with-distributed-systems", "vercel-vs-serverless-vs-k8s-vs-ec2"),
}


def test_references_of_other_questions_score_next_to_nothing() -> None:
    scores = cross_answers(services(Settings()).grading)
    assert len(scores) > 600
    assert share_next_to_nothing(scores.values()) >= 0.99
    assert {pair for pair, score in scores.items() if score > NEXT_TO_NOTHING} <= KNOWN
