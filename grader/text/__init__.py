"""Language: plain text, tokens, clauses, stems."""

from .clauses import Clauses, divide
from .language import unsupported_language
from .normalize import Folded, fold
from .stems import stem
from .stops import is_light, is_particle, is_stop
from .tokens import Tokens, is_word, tokenize
from .wordlists import english_words, word_lists

__all__ = [
    "Clauses",
    "Folded",
    "Tokens",
    "divide",
    "english_words",
    "fold",
    "is_light",
    "is_particle",
    "is_stop",
    "is_word",
    "stem",
    "tokenize",
    "unsupported_language",
    "word_lists",
]
