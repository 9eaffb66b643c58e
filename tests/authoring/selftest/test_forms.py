"""Sentences that say and that deny the words of a reference."""

import pytest

from grader.authoring.selftest.forms import denials, fillers, said


@pytest.mark.parametrize(
    ("source", "sentence", "denial"),
    [
        ("use indexes", "We should use indexes.", "I would never use indexes."),
        ("queues", "We should use queues.", "Queues: a waste of time."),
        ("avoid circular imports", "We should avoid circular imports.", "I recommend circular imports."),
        ("prefer to avoid joins", "We should avoid joins.", "I am a big fan of joins."),
        ("prefer tea over coffee", "I prefer tea over coffee.", "I prefer coffee over tea."),
        ("group by domain instead of feature", "We should group by domain instead of feature.", None),
        ("to understand users", "We use it to understand users.", "It is pointless to understand users."),
        ("when flows are long", "I would use it when flows are long.", "It is overkill when flows are long."),
        ("like a payment", "It fits things like a payment.", "It is overkill for things like a payment."),
        ("for sql you need a schema", "For sql you need a schema.", "For sql you do not need a schema."),
        ("a call that can be repeated", "It is a call that can be repeated.", None),
        ("fewer fields are better.", "Fewer fields are better.", "Fewer fields are not better."),
        ("handle errors", "We should handle errors.", "It is a mistake to handle errors."),
    ],
)
def test_each_wording_has_sentences_that_say_and_deny_it(source: str, sentence: str, denial: str | None) -> None:
    assert said(source) == sentence
    assert denial is None or denial in denials(source)


def test_a_substitution_is_denied_by_its_reverse() -> None:
    assert denials("group by domain instead of feature")[0] == "We should group by feature instead of domain."


def test_every_filler_keeps_the_answer() -> None:
    assert all("{answer}" in template for template in fillers())
