"""g2pM: what a small neural network expects of each polyphone, by the sentence that it stands in.

The weights are those of the package g2pM 0.1.2.5 (Apache License 2.0; Park and Lee, Interspeech 2020): an
embedding of each character, one layer of LSTM in both directions (Hochreiter and Schmidhuber, 1997), two
linear layers. Its own code takes a sentence at a time; here all sentences of a text go through at once, the
longest first, so that what is still open at each step is one block. The package keeps its weights pickled;
`arrays` reads the numbers out of these files and runs nothing in them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence, Sized
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

# The least that the logarithm of a chance counts for.
LEAST = -8.0

_UNKNOWN, _BEGIN, _END = 1, 2, 3
_EMBEDDED, _HIDDEN = 64, 32
# Sentences, and characters after and before those, that go through at once. numpy's OpenBLAS spreads products
# of more than 2 ** 18 multiplications over the processors, and waiting for those takes longer than they do.
_BATCH, _ROWS, _ENTERING = 64, 8, 32
# A sentence ends after one of these, or after so many code points: no sentence it was trained on had more.
_SENTENCE = re.compile(r"[^。！？!?\n]{1,96}[。！？!?\n]?|[。！？!?\n]")
_DIRECTIONS = ("", "_reverse")


class Scores(NamedTuple):
    """What the network gives for a character: chances are in proportion to the exponentials of the scores."""

    row: Floats
    classes: dict[str, int]
    """Where in the row a reading stands."""

    def chances(self, readings: Sequence[str]) -> list[float]:
        """The logarithms of the chances of these readings, of which one is supposed to be right."""
        row, classes = self.row, self.classes
        scores = [float(row[classes[reading]]) if reading in classes else -math.inf for reading in readings]
        top = max(scores)
        if top == -math.inf:
            return [LEAST] * len(scores)
        total = top + math.log(sum(math.exp(score - top) for score in scores))
        return [max(score - total, LEAST) for score in scores]


@dataclass(frozen=True, slots=True)
class Network:
    """The weights, arranged for use."""

    numbers: dict[str, int]
    """Of the characters that it knows."""
    classes: dict[str, int]
    """Which output is which reading."""
    embedding: Floats
    """For each character what stands for it."""
    entering: Floats
    """For each direction, from that to the four gates."""
    bias: Floats
    """For each direction, what is added there."""
    recurrent: Floats
    """For each direction, from what the last step gave to the four gates."""
    layers: tuple[Floats, Floats, Floats, Floats]

    def scores(self, texts: Sequence[str], offsets: Sequence[Sequence[int]]) -> list[list[Scores]]:
        """What is expected of the code points of each text at ascending `offsets`.

        Texts go through together, since a step takes hardly longer for many sentences than for one.
        """
        wanted: list[list[int]] = []
        sentences: list[str] = []
        for text, ascending in zip(texts, offsets, strict=True):
            number = 0
            for found in _SENTENCE.finditer(text):
                places = []
                while number < len(ascending) and ascending[number] < found.end():
                    places.append(ascending[number] - found.start())
                    number += 1
                if places:
                    sentences.append(found[0])
                    wanted.append(places)
        scores = iter(self._scores(self._outputs(sentences), wanted))
        return [[*islice(scores, len(ascending))] for ascending in offsets]

    def _scores(self, outputs: Sequence[Floats], wanted: Sequence[list[int]]) -> list[Scores]:
        if not outputs:
            return []
        states = np.concatenate([each[places] for each, places in zip(outputs, wanted, strict=True)])
        first, first_bias, second, second_bias = self.layers
        rows: list[Floats] = []
        for start in _starts(states, _ROWS):
            inner = np.maximum(states[start : start + _ROWS] @ first + first_bias, 0)
            rows += [*(inner @ second + second_bias)]
        return [Scores(row, self.classes) for row in rows]

    def _outputs(self, sentences: Sequence[str]) -> list[Floats]:
        """What the recurrent layer gives for each code point of each sentence, forward and backward."""
        # Sentences of about one length go through together.
        order = sorted(range(len(sentences)), key=lambda index: -len(sentences[index]))
        found: dict[int, Floats] = {}
        for start in _starts(order, _BATCH):
            batch = order[start : start + _BATCH]
            found.update(zip(batch, self._together([sentences[each] for each in batch]), strict=True))
        return [found[index] for index in range(len(sentences))]

    def _together(self, sentences: Sequence[str]) -> Iterator[Floats]:
        """The same for a few sentences, the longest first."""
        lengths = np.array([len(sentence) + 2 for sentence in sentences])
        most, count = int(lengths[0]), len(sentences)
        numbers = np.zeros((2, most, count), np.int32)
        for column, sentence in enumerate(sentences):
            row = [_BEGIN, *(self.numbers.get(char, _UNKNOWN) for char in sentence), _END]
            numbers[0, : len(row), column] = row
            numbers[1, : len(row), column] = row[::-1]
        inputs = self._inputs(numbers)
        state, memory = (np.zeros((2, count, _HIDDEN), np.float32) for _ in range(2))
        outputs = np.zeros((2, most, count, _HIDDEN), np.float32)
        # How many sentences are not yet at their end.
        for step, still in enumerate(np.searchsorted(-lengths, -np.arange(most), "left").tolist()):
            gates = state[:, :still] @ self.recurrent
            for direction in (0, 1):
                gates[direction] += inputs[direction][numbers[direction, step, :still]]
            through = 1 / (1 + np.exp(-gates))
            memory[:, :still] *= through[..., _HIDDEN : 2 * _HIDDEN]
            memory[:, :still] += through[..., :_HIDDEN] * np.tanh(gates[..., 2 * _HIDDEN : 3 * _HIDDEN])
            state[:, :still] = through[..., 3 * _HIDDEN :] * np.tanh(memory[:, :still])
            outputs[:, step, :still] = state[:, :still]
        for column, length in enumerate(lengths.tolist()):
            forward, backward = outputs[0, :length, column], outputs[1, :length, column][::-1]
            yield np.concatenate([forward, backward], 1)[1:-1]

    def _inputs(self, numbers: npt.NDArray[np.int32]) -> Floats:
        """For each direction, what each character adds to the gates; they are numbered anew, in place.

        For all characters that it knows it would be six megabytes, of which a page needs a tenth.
        """
        met = np.zeros(len(self.embedding), np.bool_)
        met[numbers] = True
        known = self.embedding[met]
        numbers[...] = (np.cumsum(met) - 1)[numbers]
        found = np.empty((2, len(known), 4 * _HIDDEN), np.float32)
        for start in _starts(known, _ENTERING):
            part = slice(start, start + _ENTERING)
            for direction in (0, 1):
                found[direction, part] = known[part] @ self.entering[direction] + self.bias[direction]
        return found


def _starts(whole: Sized, size: int) -> range:
    """Where slices of a size begin."""
    return range(0, len(whole), size)


def of_arrays(arrays: dict[str, npt.NDArray[Any]]) -> Network:
    """The network that `arrays` gives. KeyError where an array is missing."""
    weights = {
        name: array.astype(np.float32, copy=False)
        for name, array in arrays.items()
        if array.dtype.kind == "f"
    }
    embedding = weights["embedding.weight"].reshape(-1, _EMBEDDED)
    entering, bias, recurrent = [], [], []
    for direction in _DIRECTIONS:
        entering.append(weights[f"lstm.weight_ih_l0{direction}"].reshape(-1, _EMBEDDED).T)
        bias.append(weights[f"lstm.bias_ih_l0{direction}"] + weights[f"lstm.bias_hh_l0{direction}"])
        recurrent.append(weights[f"lstm.weight_hh_l0{direction}"].reshape(-1, _HIDDEN).T)
    first = weights["logit_layer.0.weight"].reshape(-1, 2 * _HIDDEN).T
    second = weights["logit_layer.2.weight"].reshape(len(weights["logit_layer.2.bias"]), -1).T
    return Network(
        {chr(code): number for number, code in enumerate(arrays["characters"].tolist()) if code},
        {str(name): number for number, name in enumerate(arrays["classes"])},
        embedding,
        np.stack(entering),
        np.stack(bias),
        np.stack(recurrent),
        (first, weights["logit_layer.0.bias"], second, weights["logit_layer.2.bias"]),
    )


def arrays() -> dict[str, npt.NDArray[Any]]:
    """The package's weights and tables as plain arrays.

    Raises ModuleNotFoundError without the package, ValueError where its files are others than those known.
    """
    from meipi.language import cedict

    characters = _numbered("char2idx.pkl")
    codes = np.zeros(max(characters.values()) + 1, np.uint32)
    for char, number in characters.items():
        # The first four stand for no character.
        if len(char) == 1 and number > _END:
            codes[number] = ord(char)
    classes = sorted(_numbered("class2idx.pkl").items(), key=lambda pair: pair[1])
    names = np.array([cedict.marked(name) for name, _ in classes])
    return {**_weights("np_ckpt.pkl"), "characters": codes, "classes": names}


def _file(name: str) -> bytes:
    """A file of the package; ModuleNotFoundError without it."""
    from importlib.util import find_spec

    spec = find_spec("g2pM")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("g2pM", name="g2pM")
    return (Path(spec.origin).parent / name).read_bytes()


def _operations(name: str) -> Iterator[tuple[str, object]]:
    """The operations of a pickle with their arguments, none of them carried out."""
    import pickletools

    return ((operation.name, argument) for operation, argument, _ in pickletools.genops(_file(name)))


def _numbered(name: str) -> dict[str, int]:
    """A table of texts, each followed by its number."""
    found: dict[str, int] = {}
    text = ""
    for operation, argument in _operations(name):
        if operation == "BINUNICODE":
            text = str(argument)
        elif operation in ("BININT1", "BININT2", "BININT") and isinstance(argument, int):
            found[text] = argument
    if sorted(found.values()) != list(range(len(found))):
        raise ValueError(f"{name} is no table of numbers")
    return found


def _weights(name: str) -> dict[str, npt.NDArray[Any]]:
    """A table of arrays of little-endian float32: each one's name, and then the only long string of bytes."""
    found: dict[str, npt.NDArray[Any]] = {}
    title = ""
    for operation, argument in _operations(name):
        if operation == "BINUNICODE" and "." in str(argument):
            title = str(argument)
        elif (
            operation in ("BINBYTES", "SHORT_BINBYTES") and isinstance(argument, bytes) and len(argument) > 4
        ):
            found[title] = np.frombuffer(argument, "<f4")
    if not found or not all(np.isfinite(array).all() for array in found.values()):
        raise ValueError(f"{name} has no weights")
    return found
