"""Scoring: turns one question and its answer into a judgement that can be defended.

Owns the rubric, the weights, the evidence check and the prompts; no table and no door.
Serves `analysis`, and the command `flask --app app score`.
Principles (docs/scoring.md): a score is never invented, every claim carries a quote that is
in the answer, and what cannot be judged says why.
"""
