"""Seeds whose questions are headings, with the answer in whatever stands below."""

from collections import Counter
from collections.abc import Iterator, Sequence

from .draft import Draft, lines_of, split_question, unnumbered
from .page import Block, Page

ADVICE = "Write the answer in paragraphs below the heading."
FEWEST_PLAIN = 2


def looks_like_questions(page: Page) -> list[Block]:
    """Return the headings that ask, each as a block that reaches to the end of its section."""
    return [Block("heading", head.start, _end(head, body)) for head, body in _sections(page.blocks, _asking(page))]


def plain_level(page: Page) -> int:
    """Return the level at which headings without `?` have texts below, if one level has more of them than any other."""
    blocks = page.blocks
    found = Counter(blocks[index].level for index in _headings(blocks) if _has_text(blocks, index))
    ranked = found.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return 0
    level, number = ranked[0]
    return level if page.chosen or number >= FEWEST_PLAIN else 0


def read_headings(page: Page) -> Iterator[Draft]:
    """Yield the question of each heading.

    Where headings of a level have a `?`, all must, unless the caller chose this shape; where none has, those of
    the level with most texts below are the questions. Raises SeedError.
    """
    asking = set(_asking(page))
    levels = {page.blocks[index].level for index in asking} or {plain_level(page)}
    taken = [index for index in _headings(page.blocks) if index in asking or _is_plain(page, index, levels)]
    for head, body in _sections(page.blocks, taken):
        question, rest = split_question(head.text) or (unnumbered(head.text), "")
        if asking and not page.chosen and not split_question(head.text):
            message = "The heading has no `?`, others of its level have. Add it, or choose the shape `headings`."
            raise page.fault(message, head.start + 1)
        answer = [rest, *(part for block in body for part in (block.text, *block.parts))]
        yield Draft(question, lines_of(answer), head.start, _end(head, body))


def _headings(blocks: Sequence[Block]) -> list[int]:
    return [index for index, block in enumerate(blocks) if block.kind == "heading"]


def _asking(page: Page) -> list[int]:
    """A heading that asks is a question, unless it only groups deeper ones."""
    blocks = page.blocks
    asking = [index for index in _headings(blocks) if split_question(blocks[index].text)]
    known = set(asking)
    return [i for i in asking if not (i + 1 in known and blocks[i + 1].level > blocks[i].level)]


def _is_plain(page: Page, index: int, levels: set[int]) -> bool:
    block = page.blocks[index]
    return block.level in levels and not split_question(block.text) and _has_text(page.blocks, index)


def _has_text(blocks: Sequence[Block], index: int) -> bool:
    return index + 1 < len(blocks) and blocks[index + 1].kind != "heading"


def _sections(blocks: Sequence[Block], taken: Sequence[int]) -> Iterator[tuple[Block, Sequence[Block]]]:
    known = set(taken)
    for start in taken:
        level, end = blocks[start].level, start + 1
        while end < len(blocks) and not (
            blocks[end].kind == "heading" and (end in known or blocks[end].level <= level)
        ):
            end += 1
        yield blocks[start], blocks[start + 1 : end]


def _end(head: Block, body: Sequence[Block]) -> int:
    return max([head.end, *(block.end for block in body)])
