"""The ports: what the storage must be."""

from grader.batches import BatchUnit
from grader.storage.batch_store import batch_unit

from .making import Bench


def test_the_storage_reaches_everything_that_the_ports_name(bench: Bench) -> None:
    unit = bench.database.read(batch_unit)
    for name, kind in BatchUnit.__annotations__.items():
        methods = [each for each in vars(kind) if not each.startswith("_")]
        assert methods
        assert [each for each in methods if not callable(getattr(getattr(unit, name), each, None))] == []
