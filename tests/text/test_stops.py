"""Words that carry no idea of their own."""

from grader.text import is_light, is_particle, is_stop


def test_function_words_are_stops_and_ideas_are_not() -> None:
    assert is_stop("the")
    assert not is_stop("queue")


def test_general_verbs_are_light() -> None:
    assert is_light("use")
    assert not is_light("retry")


def test_particles_change_a_meaning() -> None:
    assert is_particle("out")
    assert not is_particle("the")
