"""What the garbage collector looks through, and when."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Have no collection run while a block loads what stays: it would look through all of it dozens of times."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


SELDOM = 20_000
"""Objects made and not yet gone between two collections of the youngest: many requests' worth, and a few megabytes."""


def leave_out_what_stays() -> None:
    """Have no collection look at what is there now: it stays, and looking stops every request for a tenth of a second.

    Rubrics, tables and libraries are hundreds of thousands of objects. What comes and goes with a request is collected
    seldom: nearly all of it goes by itself.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(SELDOM, *gc.get_threshold()[1:])
