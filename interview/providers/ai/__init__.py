"""Language models and the sentence encoder: what can read text and answer or measure it.

`port` says what a language model does; `gemini` and `openai` speak to suppliers, `fake` to tests.
`resilience`, `breaker` and `budget` hold once what every supplier needs; `suppliers` lists the configured ones.
"""
