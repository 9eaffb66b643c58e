"""Content hashes: the same meaning has the same hash, whatever the file's layout or comments."""

import hashlib
import json

from pydantic import BaseModel


def content_hash(model: BaseModel) -> str:
    """Return `sha256:` and the hash of a model's canonical JSON."""
    data = model.model_dump(mode="json", exclude_defaults=True)
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()
