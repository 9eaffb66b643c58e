"""Who reads a page may not know whose answers these are: names are hidden until they are asked for."""

import hashlib


def pseudonym(batch_id: str, candidate: str) -> str:
    """Return what a candidate is called while names are hidden: the same in all pages of a batch."""
    return "C-" + hashlib.sha256(f"{batch_id}:{candidate}".encode()).hexdigest()[:6]
