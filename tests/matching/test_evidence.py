"""What matching finds: spans of the answer."""

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import read

WORDS = st.lists(
    st.sampled_from(["queue", "caf\u00e9", "\U0001f642", "avoid", ".", "?", "\u200b", "I", "\n", "qu\u0435ue"])
)


@given(WORDS)
def test_a_span_holds_the_answers_own_text(words: list[str]) -> None:
    answer = " ".join(words)
    spans = [span for concept in read("queue", answer).concepts for span in concept.evidence]
    assert all(answer[span.start : span.end] == span.text for span in spans)
