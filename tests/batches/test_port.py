"""The ports to what runs batches."""

from grader.batches import Engine, Queue

from .making import Bench


def test_the_engine_in_process_is_one_of_the_ports(bench: Bench) -> None:
    for port, found in ((Queue, bench.queue), (Engine, bench.engine)):
        methods = [name for name in vars(port) if not name.startswith("_")]
        assert methods
        assert [name for name in methods if not callable(getattr(found, name, None))] == []
