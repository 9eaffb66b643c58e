"""Tell when a text is in a language the matcher cannot read."""

import pytest

from grader.text import tokenize, unsupported_language

TEXTS = {
    "french": "Il faut utiliser la mise en cache et les files de messages pour le travail dans le fond",
    "spanish": "Hay que usar la cache y las colas de mensajes para el trabajo en segundo plano con los eventos",
    "german": "Man muss die Daten in einem Cache halten und die Arbeit mit einer Warteschlange verteilen",
    "portuguese": "Eu uso cache e filas de mensagens para o trabalho em segundo plano, com os eventos do dominio",
}


def language(text: str) -> str | None:
    return unsupported_language(tokenize(text), text)


@pytest.mark.parametrize("name", TEXTS)
def test_frequent_languages_are_told(name: str) -> None:
    assert language(TEXTS[name]) == name


@pytest.mark.parametrize(
    "text",
    [
        "\u041d\u0443\u0436\u043d\u043e \u043a\u044d\u0448\u0438\u0440\u043e\u0432\u0430\u0442\u044c",
        "\u4f7f\u7528\u7f13\u5b58",
    ],
)
def test_another_script_is_another_language(text: str) -> None:
    assert language(text) == "other"


@pytest.mark.parametrize("text", ["", "idx, redis, k8s, mq", "We put it in a queue and let the workers do it later."])
def test_english_and_shorthand_pass(text: str) -> None:
    assert language(text) is None


def test_english_in_disguise_is_english() -> None:
    assert language("We \u0441\u0430\u0441h\u0435 the r\u0435sults \u043ef the queries") is None
