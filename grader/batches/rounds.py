"""Do something again and again in a thread, whatever the storage does."""

from collections.abc import Callable
from threading import Event, Thread

from grader.errors import StorageFault, WorkerLost


class Rounds:
    """Calls `tick` every so many seconds, or at once when rung; calls `lost` if it raises WorkerLost."""

    def __init__(
        self,
        name: str,
        tick: Callable[[], object],
        seconds: float,
        *,
        lost: Callable[[], None],
        log: Callable[[str], None],
        bell: Event | None = None,
    ) -> None:
        """Make one; `bell` is set by others to ring."""
        self._tick, self._seconds, self._lost, self._log = tick, seconds, lost, log
        self._bell, self._ending = bell or Event(), False
        self._thread = Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def ring(self) -> None:
        """Do the next round now."""
        self._bell.set()

    def stop(self) -> None:
        """End after the round that is under way."""
        self._ending = True
        self._bell.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._ending:
            try:
                self._tick()
            except WorkerLost:
                self._lost()
                return
            except StorageFault as error:
                self._log(str(error))
            except Exception as error:  # a bug in one round must not end all rounds
                self._log(f"A round failed: {type(error).__name__}.")
            self._bell.wait(self._seconds)
            self._bell.clear()
