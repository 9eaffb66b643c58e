"""Names that stand for one thing."""

from grader.authoring.builder.groups import grouped, key
from tests.factories import make_lexicon

LEXICON = make_lexicon(terms={"framework": {"instances": "react | vue | svelte"}, "browser": {"same": "user agent"}})


def test_kinds_of_one_thing_are_together() -> None:
    assert grouped(("use react", "vue", "jest"), LEXICON) == [("use react", "vue"), ("jest",)]


def test_synonyms_alone_make_no_group() -> None:
    assert grouped(("browser", "user agent"), LEXICON) == [("browser",), ("user agent",)]


def test_a_name_and_a_longer_one_are_together() -> None:
    assert grouped(("docker", "docker-compose", "helm"), make_lexicon()) == [("docker", "docker-compose"), ("helm",)]


def test_a_verb_is_no_part_of_a_name() -> None:
    assert key("use the react") == ("react",)
