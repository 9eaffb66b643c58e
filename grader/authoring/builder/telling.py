"""The telling words of a text: what a phrase stands or falls with. A term of the lexicon is kept as one."""

from collections.abc import Mapping
from functools import lru_cache

from grader.rubric import Lexicon, phrases
from grader.text import is_light, is_stop, is_word, stem, tokenize

Stems = tuple[str, ...]


@lru_cache(maxsize=8)
def known(lexicon: Lexicon) -> Mapping[Stems, str]:
    """Return the stems of each way of saying a term of the lexicon, with the term's name."""
    found: dict[Stems, str] = {}
    for name, term in lexicon.terms.items():
        for said in (name, *phrases(term.same or ""), *phrases(term.instances or "")):
            found.setdefault(stems(said), name)
    return found


def stems(text: str) -> Stems:
    """Return the stems of a text's words."""
    return tuple(stem(word) for word in tokenize(text.replace("_", " ")).words if is_word(word))


def telling(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the telling words of a text in order; a term of several words, or alternatives `a/b`, are one entry."""
    found: list[str] = []
    run: list[str] = []
    for chunk in text.split():
        if _is_choice(chunk) or _is_joined(chunk):
            found += [*_of_run(run, lexicon), _choice(chunk)]
            run = []
        else:
            run += [word for word in tokenize(chunk).words if is_word(word)]
    return tuple(dict.fromkeys([*found, *_of_run(run, lexicon)]))


def _is_choice(chunk: str) -> bool:
    sides = chunk.strip(".,;:()").split("/")
    return len(sides) > 1 and all(len(side) > 2 and side[0].isalpha() for side in sides)


def _is_joined(chunk: str) -> bool:
    """A word such as "one-dimensional" or "by-product", whose parts mean something else."""
    said = tokenize(chunk).words
    return "-" in chunk.strip("-") and len(said) > 1 and any(map(is_stop, said)) and not all(map(is_stop, said))


def _choice(chunk: str) -> str:
    sides = chunk.strip(".,;:()").lower().split("/")
    return "/".join("_".join(word for word in tokenize(side).words if is_word(word)) for side in sides)


def _of_run(said: list[str], lexicon: Lexicon) -> list[str]:
    terms = known(lexicon)
    longest = max(map(len, terms), default=1)
    found, at = [], 0
    while at < len(said):
        size = _size(said, at, terms, longest)
        run = " ".join(said[at : at + size])
        if size > 1 or not (is_stop(run) or is_light(run)):
            found.append(run)
        at += size
    return found


def _size(said: list[str], at: int, terms: Mapping[Stems, str], longest: int) -> int:
    for size in range(min(longest, len(said) - at), 1, -1):
        if tuple(map(stem, said[at : at + size])) in terms:
            return size
    return 1
