"""What every child that grades does when it begins."""

import multiprocessing
import os
import signal
import time
from multiprocessing.connection import Connection

from grader.batches.children import begin_child


def grandchild(tell: Connection) -> None:
    begin_child()
    tell.send((os.getpid(), signal.getsignal(signal.SIGINT) == signal.SIG_IGN))
    time.sleep(60)


def child(tell: Connection) -> None:
    multiprocessing.get_context("spawn").Process(target=grandchild, args=(tell,)).start()
    time.sleep(60)


def test_a_child_ends_with_its_parent_and_leaves_interrupts_to_it() -> None:
    hear, tell = multiprocessing.Pipe(duplex=False)
    parent = multiprocessing.get_context("spawn").Process(target=child, args=(tell,))
    parent.start()
    tell.close()
    _, ignores = hear.recv()
    parent.kill()
    parent.join()
    assert ignores
    assert hear.poll(20), "the pipe is still held by a child that outlived its parent"
    try:
        hear.recv()
    except EOFError:
        return
    raise AssertionError("it said more")
