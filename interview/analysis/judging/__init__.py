"""From a session's questions and answers to its conclusion: exchanges in, judgements written, scores drawn."""
