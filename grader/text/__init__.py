"""Language: plain text, tokens, clauses, stems."""

from .clauses import Clauses, divide
from .language import unsupported_language
from .normalize import Folded, fold
from .stems import stem
from .stops import empty_words, is_light, is_particle, is_stop, stop_words
from .tokens import Tokens, is_word, marks, tokenize
from .wordlists import english_words, word_lists

__all__ = [
    "Clauses",
    "Folded",
    "Tokens",
    "divide",
    "empty_words",
    "english_words",
    "fold",
    "is_light",
    "is_particle",
    "is_stop",
    "is_word",
    "marks",
    "stem",
    "stop_words",
    "tokenize",
    "unsupported_language",
    "word_lists",
]
