"""Each phrase of a rubric with its place in the file."""

from collections.abc import Iterator
from dataclasses import dataclass

from grader.rubric import Tree, phrases

from .page import Keys
from .subject import Subject

FIELDS = ("expect", "partly")
Text = tuple[Keys, str, frozenset[str]]
JOINED = frozenset({"partly", "all", "at_least", "prefer", "over", "bind"})


@dataclass(frozen=True, slots=True)
class Written:
    """A phrase as written.

    It has the place of its concept, the keys of the value it stands in, and the forms around it, such as `avoid`.
    """

    concept: int
    keys: Keys
    phrase: str
    forms: frozenset[str]

    @property
    def alone(self) -> bool:
        """Whether saying the phrase is enough for the concept."""
        return not self.forms & JOINED


def written(subject: Subject) -> Iterator[Written]:
    """Yield the phrases of a rubric in the order of the file."""
    for number, concept in enumerate(_parts(subject.page.document.data, "concepts")):
        for name in FIELDS:
            tree = concept.get(name) if isinstance(concept, dict) else None
            for keys, text, forms in _texts(tree, ("concepts", number, name), frozenset({name})):
                yield from (Written(number, keys, phrase, forms) for phrase in phrases(text))


def _parts(tree: Tree, name: str) -> list[Tree]:
    found = tree.get(name) if isinstance(tree, dict) else None
    return found if isinstance(found, list) else []


def _texts(tree: Tree, keys: Keys, forms: frozenset[str]) -> Iterator[Text]:
    if isinstance(tree, str):
        yield keys, tree, forms
    elif isinstance(tree, list):
        for number, part in enumerate(tree):
            yield from _texts(part, (*keys, number), forms)
    elif isinstance(tree, dict):
        yield from (_pairs if keys[-1] == "bind" else _form)(tree, keys, forms)


def _pairs(tree: dict[str, Tree], keys: Keys, forms: frozenset[str]) -> Iterator[Text]:
    for left, right in tree.items():
        yield (*keys, left), left, forms
        yield from _texts(right, (*keys, left), forms)


def _form(tree: dict[str, Tree], keys: Keys, forms: frozenset[str]) -> Iterator[Text]:
    least = {"at_least"} if tree.get("at_least", "1") != "1" else set()
    for name, part in tree.items():
        if name != "at_least":
            yield from _texts(part, (*keys, name), forms | least | {name})
