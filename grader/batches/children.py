"""What every child that grades does when it begins: the parent decides when it stops, and it ends with its parent."""

import os
import signal
from multiprocessing import parent_process
from threading import Thread


def begin_child() -> None:
    """Leave an interrupt from the keyboard to the parent, and end when the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that is killed cannot end its children, and they would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
