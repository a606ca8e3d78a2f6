"""Reading: a text as words with places, stems, polarity, language and the passages that are not an answer."""
