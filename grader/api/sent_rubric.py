"""A rubric in the body of a request, YAML or JSON."""

import json
from typing import Any

from fastapi import Request

from grader.errors import DocumentRefused, NotYaml

KINDS = ("application/json", "application/yaml", "application/x-yaml", "text/yaml")
EXAMPLE = {
    "id": "toy/how-to-scale",
    "question": "How to scale?",
    "concepts": [
        {
            "id": "scale-out",
            "source": "more servers",
            "expect": "more servers | scale out",
            "feedback": "Think of growth.",
            "hint": "Traffic doubles. What now?",
        }
    ],
}
_SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
_OUTLINE = {
    "title": "Rubric",
    "type": "object",
    "required": ["id", "question", "concepts"],
    "properties": {
        "id": {"type": "string", "maxLength": 201, "pattern": f"^{_SLUG}/{_SLUG}$"},
        "question": {"type": "string", "minLength": 1},
        "concepts": {"type": "array", "minItems": 1, "items": {"type": "object"}},
    },
}
BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "A rubric file, at most 256 KiB; `grader rubric schema` prints its schema.",
        "content": {
            "application/yaml": {"schema": {"type": "string"}},
            "application/json": {"schema": _OUTLINE, "example": EXAMPLE},
        },
    }
}


async def read_sent(request: Request) -> str:
    """Return the text of a body. Raises NotYaml, DocumentRefused."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in KINDS:
        raise NotYaml
    try:
        text = (await request.body()).decode("utf-8")
        return _unescaped(text) if kind == "application/json" and "\\u" in text else text
    except (ValueError, RecursionError):
        raise DocumentRefused(line=0) from None


def _unescaped(text: str) -> str:
    """JSON without escapes: YAML knows no pairs of surrogates. Raises ValueError for half of one."""
    plain = json.dumps(json.loads(text), ensure_ascii=False, indent=1)
    plain.encode()
    return plain
