"""Puts texts into requests that are small enough for a service."""

import json
from collections.abc import Callable, Iterator

from translations.machine.protocol import TextTooLong, UnusableAnswer


def translate_in_batches(
    texts: list[str],
    ask: Callable[[list[str]], list],
    most_texts: int,
    most_bytes: int,
) -> list[str]:
    """Return what `ask` makes of all `texts`, in their order; empty ones are not asked for."""
    answers = list(texts)
    asked = [index for index, text in enumerate(texts) if text.strip()]
    for batch in _batches(asked, texts, most_texts, most_bytes):
        found = ask([texts[index] for index in batch])
        if len(found) != len(batch) or not all(isinstance(text, str) for text in found):
            raise UnusableAnswer(f"{len(found)} translations of {len(batch)} texts")
        for index, answer in zip(batch, found, strict=True):
            answers[index] = answer
    return answers


def _batches(indexes, texts, most_texts, most_bytes) -> Iterator[list[int]]:
    batch, size = [], 0
    for index in indexes:
        length = len(json.dumps(texts[index], ensure_ascii=False).encode()) + 1
        if length > most_bytes:
            raise TextTooLong(f"{length} bytes; at most {most_bytes} can be sent")
        if len(batch) == most_texts or size + length > most_bytes:
            yield batch
            batch, size = [], 0
        batch.append(index)
        size += length
    if batch:
        yield batch
