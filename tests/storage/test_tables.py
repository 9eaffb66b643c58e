"""The tables."""

import pytest
from sqlalchemy import Table

from grader.storage.tables import metadata


@pytest.mark.parametrize("table", metadata.tables.values(), ids=str)
def test_every_row_has_a_tenant_and_every_table_says_what_it_is_for(table: Table) -> None:
    assert not table.columns["tenant"].nullable
    assert table.comment
    assert table.comment.endswith(".")
