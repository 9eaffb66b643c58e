"""Short seeds as text: what is read from them."""

from collections.abc import Callable

import pytest

from grader.errors import SeedError
from grader.rubric import Seed, Shape, parse_seed

Read = Callable[..., Seed]
Fault = Callable[..., SeedError]


@pytest.fixture
def read() -> Read:
    """Read a seed from text; the name of its file may tell its shape."""

    def parsed(text: str, name: str = "x.md", shape: Shape | None = None) -> Seed:
        return parse_seed(text.encode(), path=name, shape=shape)

    return parsed


@pytest.fixture
def fault(read: Read) -> Fault:
    """Return the error with which a seed is refused."""

    def refused(text: str, name: str = "x.md", shape: Shape | None = None) -> SeedError:
        with pytest.raises(SeedError) as caught:
            read(text, name, shape)
        assert caught.value.path == name
        return caught.value

    return refused
