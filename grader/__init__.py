"""Grade free-text answers against rubrics of key concepts.

The words, in the order of the flow:

seed        a document of questions with short reference answers
rubric      one question with its concepts; a concept is met by its phrases
lexicon     a domain's synonyms, shared by its rubrics
evidence    a span of the answer (start, end, text)
verdict     met, partial, missed or contradicted, for one concept
confidence  the probability that a verdict is right
matcher     the deterministic tier; the judge is the LLM tier
score       0 to 1: how much of the rubric the answer covers
grade       the whole result, graded or needs_review
feedback    for the candidate; a hint is for the interviewer
"""

__version__ = "0.1.0"
