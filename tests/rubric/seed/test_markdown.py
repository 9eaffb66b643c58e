"""Markdown becomes blocks with the lines they stand on."""

from grader.rubric.seed.markdown import blocks
from grader.rubric.seed.page import Block, Page

TEXT = """# Head *one*

Two
lines.

- item
  goes on
  - below

1. first
| a | b |
| - | - |
| c \\| d | e |

<!-- - hidden? yes -->
"""


def of(text: str, body: int = 0) -> tuple[Block, ...]:
    return blocks(Page("x.md", text.split("\n"), body))


def test_each_block_has_kind_text_and_lines() -> None:
    heading, text, bullet, *_ = of(TEXT)
    assert (heading.kind, heading.text, heading.level, heading.start, heading.end) == ("heading", "Head *one*", 1, 0, 1)
    assert (text.kind, text.parts, text.start, text.end) == ("text", ("Two lines.",), 2, 4)
    assert (bullet.kind, bullet.text, bullet.parts, bullet.start) == ("bullet", "item goes on", ("below",), 5)


def test_a_row_has_its_cells_and_the_header() -> None:
    (row,) = of("| a | b |\n| - | - |\n| c \\| d | e |")
    assert (row.kind, row.parts, row.header, row.start) == ("row", ("c | d", "e"), ("a", "b"), 2)


def test_a_comment_is_no_block() -> None:
    assert [block for block in of(TEXT) if "hidden" in block.text] == []


def test_lines_are_counted_from_the_files_first_though_the_front_matter_is_left_out() -> None:
    (bullet,) = of("---\n- no\n---\n- yes", body=3)
    assert (bullet.text, bullet.start) == ("yes", 3)


def test_code_belongs_to_the_item_it_is_indented_under() -> None:
    (item,) = of("- how? so:\n\n  ```sql\n  select 1\n  ```")
    assert item.parts == ("select 1",)
