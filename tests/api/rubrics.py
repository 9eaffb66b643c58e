"""A small rubric, as it is sent."""

YAML = {"content-type": "application/yaml"}
RUBRIC = """\
id: toy/{slug}
question: How to scale?
concepts:
  - id: scale-out
    source: more servers
    expect: more servers | scale out
    weight: 1
    feedback: {{met: Covered., partial: Say more., missed: Think of growth., contradicted: Think again.}}
    hint: Traffic doubles. What now?
"""
