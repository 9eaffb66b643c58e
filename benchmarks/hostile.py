"""How long hostile answers take to grade or to be refused: `python benchmarks/hostile.py [ROUNDS]`.

Each kind is graded on every shipped rubric, in turn with an ordinary answer of the same run; the slowest is shown.
"""

import sys
from time import perf_counter

from grader.bootstrap import services
from grader.errors import AnswerRefused
from grader.grading import GradeRequest, Grading
from grader.settings import Settings

CAP = 20_000
FRENCH = (
    "Je mets en cache les lectures coûteuses que beaucoup de monde demande, mais jamais les données qui changent à "
    "chaque seconde, et je fixe une durée de vie courte pour que personne ne voie longtemps une valeur périmée. "
)
ORDINARY = "Cache reads that are slow and asked for often; keep writes out of it, and expire entries after a minute. "
KINDS = {
    "ordinary, 100 words": ORDINARY * 5,
    "empty": "",
    "one letter": "a",
    "ordinary, at the cap": (ORDINARY * 200)[:CAP],
    "one word of 20,000 letters": "a" * CAP,
    "20,000 different words": " ".join(f"w{number}" for number in range(4_000))[:CAP],
    "one word again and again": ("cache " * 4_000)[:CAP],
    "not, at the cap": ("not " * 5_000)[:CAP],
    "full stops": "." * CAP,
    "open brackets": "(" * CAP,
    "nested quotes": ("\"'" * CAP)[:CAP],
    "quotes around words": ("\"cache 'reads'\" " * 2_000)[:CAP],
    "the same four terms": ("cache queue index retry " * 1_000)[:CAP],
    "NUL": "cache\0reads",
    "lone surrogate": "cache \ud800 reads",
    "50,000 combining marks": "e" + "\u0301" * 50_000,
    "20,000 combining marks, mixed": ("\u0301\u0323" * 10_000)[:CAP],
    "emoji only": "\U0001f642" * CAP,
    "right-to-left marks": ("\u202ecache\u202c " * 2_000)[:CAP],
    "zero width in words": "\u200b".join(ORDINARY * 90)[:CAP],
    "French": FRENCH * 3,
    "French, at the cap": (FRENCH * 100)[:CAP],
}
BAR = 0.25


def main() -> None:
    """Print for each kind what came of it and its slowest time; exit 1 if one is over the bar."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    grading = services(Settings()).grading
    grading.warm()
    names = [rubric.id for rubric in grading.listing()]
    slowest = 0.0
    for kind, answer in KINDS.items():
        times, outcomes = zip(*(once(grading, name, answer) for name in names * rounds), strict=True)
        slowest = max(slowest, *times)
        print(f"{kind:32} slowest {max(times) * 1000:6.1f} ms   {', '.join(sorted(set(outcomes)))}")
    print(f"slowest of all {slowest * 1000:.0f} ms (bar {BAR * 1000:.0f} ms), {len(names)} rubrics x {rounds} rounds")
    sys.exit(slowest > BAR)


def once(grading: Grading, rubric: str, answer: str) -> tuple[float, str]:
    """Return the seconds that one answer took, and its status or that it was refused."""
    start = perf_counter()
    try:
        outcome = str(grading.grade(GradeRequest(rubric, answer)).status)
    except AnswerRefused:
        outcome = "refused"
    return perf_counter() - start, outcome


if __name__ == "__main__":
    main()
