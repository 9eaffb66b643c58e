"""What the garbage collector looks through while the service runs."""

import gc


def leave_out_what_stays() -> None:
    """Have no collection look at what is there now: it stays, and looking stops every request for a tenth of a second.

    Rubrics, tables and libraries are hundreds of thousands of objects.
    """
    gc.collect()
    gc.freeze()
