"""Markdown to blocks: headings, list items, table rows, texts. The only file that imports markdown-it."""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from .draft import one_line
from .page import Block, Page

TEXTS = frozenset({"inline", "fence", "code_block"})
MARKS_BEFORE_A_FENCE = " \t>"


def blocks(page: Page) -> tuple[Block, ...]:
    """Return the blocks of a page's body in order. Raises SeedError for a code block that is never closed."""
    parser = MarkdownIt("commonmark").enable("table").disable("reference")
    parser.core.ruler.enableOnly(["normalize", "block"])
    # Empty lines stand for the front matter, so that line numbers are those of the file.
    tokens = parser.parse("\n".join([""] * page.body + list(page.lines[page.body :])))
    for token in tokens:
        if token.type == "fence" and token.map and not _is_closed(page.lines, token.map, token.markup):
            message = "The code block is never closed. End it with the same marks on a line."
            raise page.fault(message, token.map[0] + 1)
    return tuple(block for node in SyntaxTreeNode(tokens).children for block in _of_node(node))


def _is_closed(lines: Sequence[str], span: list[int], marks: str) -> bool:
    start, end = span
    last = lines[end - 1].strip(MARKS_BEFORE_A_FENCE)
    return end - 1 > start and last.startswith(marks) and not last.strip(marks[0])


def _of_node(node: SyntaxTreeNode) -> Iterator[Block]:
    start, end = node.map or (0, 0)
    match node.type:
        case "heading":
            yield Block("heading", start, end, " ".join(_texts(node)), level=int(node.tag[1]))
        case "bullet_list":
            yield from (_item("bullet", item) for item in node.children)
        case "ordered_list":
            yield from (_item("number", item) for item in node.children)
        case "table":
            yield from _rows(node)
        case _ if texts := tuple(_texts(node)):
            yield Block("text", start, end, parts=texts)


def _item(kind: str, node: SyntaxTreeNode) -> Block:
    start, end = node.map or (0, 0)
    first, *others = [*_texts(node)] or [""]
    return Block("bullet" if kind == "bullet" else "number", start, end, first, tuple(others))


def _rows(table: SyntaxTreeNode) -> Iterator[Block]:
    header, *rows = (row for part in table.children for row in part.children)
    names = _cells(header)
    for row in rows:
        start, end = row.map or (0, 0)
        yield Block("row", start, end, parts=_cells(row), header=names)


def _cells(row: SyntaxTreeNode) -> tuple[str, ...]:
    return tuple(" ".join(_texts(cell)) for cell in row.children)


def _texts(node: SyntaxTreeNode) -> Iterator[str]:
    if node.type in TEXTS:
        yield from filter(None, [one_line(node.content)])
    elif node.type != "text":
        for child in node.children:
            yield from _texts(child)
