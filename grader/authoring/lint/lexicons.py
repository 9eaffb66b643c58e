"""Check a lexicon's own terms."""

from collections.abc import Iterator

from grader.rubric import Tree, phrases
from grader.text import is_word, stem, tokenize

from .finding import Finding
from .page import Keys, Page

Surface = tuple[str, ...]
Said = tuple[str, Keys, str]
FIELDS = {"same": 1, "instances": 1, "opposite": -1}


def check_lexicon(page: Page) -> Iterator[Finding]:
    """Yield surfaces that say a term and its contrary, and surfaces that a term lists twice."""
    said: dict[Surface, Said] = {}
    denied: dict[Surface, Said] = {}
    for term, keys, phrase, sign in _surfaces(page.document.data):
        surface = _key(phrase)
        other = (denied if sign > 0 else said).get(surface)
        if other is not None and other[0] == term:
            message = f'"{phrase}" both says and denies "{term}"'
            yield page.finding("L001", keys, message, text=phrase, fix="keep one of the two", phrase=phrase)
        twice = (said if sign > 0 else denied).get(surface)
        if twice is not None and twice[0] == term and twice[2] == phrase:
            message = f'"{phrase}" stands twice in "{term}"'
            yield page.finding("L002", keys, message, text=phrase, fix="remove one", phrase=phrase)
        (said if sign > 0 else denied)[surface] = (term, keys, phrase)


def _surfaces(data: Tree) -> Iterator[tuple[str, Keys, str, int]]:
    terms = data.get("terms") if isinstance(data, dict) else None
    for term, value in terms.items() if isinstance(terms, dict) else ():
        fields = value if isinstance(value, dict) else {"same": value}
        yield term, ("terms", term), term, 1
        for name, sign in FIELDS.items():
            text = fields.get(name)
            keys = ("terms", term, name) if isinstance(value, dict) else ("terms", term)
            yield from ((term, keys, phrase, sign) for phrase in phrases(text if isinstance(text, str) else ""))


def _key(phrase: str) -> Surface:
    return tuple(stem(word) for word in tokenize(phrase).words if is_word(word) and word not in ("a", "an", "the"))
