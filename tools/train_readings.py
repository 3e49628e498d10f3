"""Train the model of polyphones and write its weights: `tools/train_readings.py train.tsv [check.tsv]`.

The data is a table of sentence, offset and reading ("hang2") in the form of CPP. Nothing is random: the same
data gives the same file. A fifth of it is held out five times in turn to say how good it is; `check.tsv`, if
given, is read with what was written.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from pypinyin.constants import PHRASES_DICT
from pypinyin.contrib.tone_convert import to_tone

from meipi.language import contexts, phrase_readings, pinyin, polyphones, reading_data, reading_model, script
from meipi.language.g2pm import Scores
from meipi.language.reading_model import STEP, ZERO, Model, Votes
from meipi.language.surroundings import Place, places, tagged

_FOLDS = 5
_ROUNDS = 200
_RATE = 0.15
# How far weights are held to nought: those of a feature of one character, of a reading, and shared ones.
_HELD, _HELD_BIAS, _HELD_SHARED = 0.12, 0.24, 0.1
# Characters in so many of pypinyin's phrases are common ones.
_COMMON = 100
# Characters that the model reads worse in running text of other kinds than in CPP.
_UNTRAINED = frozenset("为弄弹当得少的了着地没还将里头边子么")
# Weights that round to less than so many steps for every reading are left out.
_LEAST = 1
# Times a reading was met, in the classes by which it is judged.
_CLASSES = ((0, "C0"), (1, "C1"), (3, "C3"), (8, "C8"))


class Row(NamedTuple):
    """A labelled character; `base` is how it is read without the model."""

    place: Place
    base: str | None
    ruled: bool
    """Whether a rule decided that."""
    votes: Votes
    expected: Scores
    right: str

    @property
    def char(self) -> str:
        return self.place.text[self.place.offset]


def rows(path: Path) -> list[Row]:
    network = reading_data.network()
    if network is None:
        raise ModuleNotFoundError("g2pM", name="g2pM")
    found = []
    for line in path.read_text("utf-8").splitlines()[1:]:
        sentence, number, right = line.split("\t")
        text, offset = script.convert(sentence, "tw2s").text, int(number)
        place = next(place for place in places(text, tagged(text)) if place.offset == offset)
        base = pinyin.in_context([sentence], [text], trained=False)[0][offset]
        rule = polyphones.RULES.get(text[offset])
        ruled = bool((rule and rule(place)) or contexts.reading(text, offset))
        words = phrase_readings.phrases(text, reading_data.words())
        votes = Votes.at(place, phrase_readings.read(text).phrases, words)
        [[expected]] = network.scores([text], [[offset]])
        found.append(
            Row(place, base and base.pinyin, ruled, votes, expected, to_tone(right.replace("5", "")))
        )
    return found


def train(data: Sequence[Row]) -> list[str]:
    """The lines of the weights file."""
    met: dict[str, Counter[str]] = defaultdict(Counter)
    for row in data:
        met[row.char][row.right] += 1
    numbers: dict[tuple[str, ...], int] = {}
    option: list[int] = []
    feature: list[int] = []
    amount: list[float] = []
    starts: list[int] = []
    right: list[bool] = []
    for row in data:
        counts = met[row.char]
        readings = reading_model.candidates(counts, row.base, row.votes)
        if len(readings) < 2:
            continue
        starts.append(len(right))
        around = [(row.char, name) for name in reading_model.features(row.place)]
        for reading, chance in zip(readings, row.expected.chances(readings), strict=True):
            # The row itself does not count among those met, or nothing would be learnt of new readings.
            count = counts[reading] - (reading == row.right)
            names: list[tuple[tuple[str, ...], float]] = []
            if count:
                names += [((*name, reading), 1.0) for name in around]
                names.append(((row.char, "", reading), 1.0))
            names.append(((_met(count, counts.total() - 1),), 1.0))
            said = reading_model.evidence(reading, row.base, row.votes, chance, count > 0)
            names += [((name,), value) for name, value in said.items()]
            for name, value in names:
                option.append(len(right))
                feature.append(numbers.setdefault(name, len(numbers)))
                amount.append(value)
            right.append(reading == row.right)
    held = [_HELD_SHARED if len(name) == 1 else _HELD if name[1] else _HELD_BIAS for name in numbers]
    columns = (option, feature, amount, starts, right, held)
    fitted = _fit(*(np.array(column) for column in columns))
    weights = {name: float(fitted[number]) for name, number in numbers.items()}
    return [*_lines(met, weights)]


def _met(count: int, total: int) -> str:
    """The class of a reading that was met so often of all the times its character was."""
    size = next((name for most, name in _CLASSES if count <= most), "C9")
    return size + ("only" if count == total else "")


def _fit(
    option: np.ndarray,
    feature: np.ndarray,
    amount: np.ndarray,
    starts: np.ndarray,
    right: np.ndarray,
    held: np.ndarray,
) -> np.ndarray:
    """Weights of greatest likelihood, found by Adam over all rows at once (Kingma and Ba, 2015)."""
    weights, first, second = np.zeros(len(held)), np.zeros(len(held)), np.zeros(len(held))
    group = np.repeat(np.arange(len(starts)), np.diff([*starts, len(right)]))
    for turn in range(1, _ROUNDS + 1):
        scores = np.bincount(option, weights[feature] * amount, len(right))
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        chances = raised / np.add.reduceat(raised, starts)[group]
        slope = np.bincount(feature, (chances - right)[option] * amount, len(held)) + held * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        step = _RATE * (1 - 0.9 * turn / _ROUNDS) / (1 - 0.9**turn)
        weights -= step * first / (np.sqrt(second / (1 - 0.999**turn)) + 1e-8)
    return weights


def _lines(met: dict[str, Counter[str]], weights: dict[tuple[str, ...], float]) -> Iterable[str]:
    yield "# Weights of meipi.language.reading_model, made by tools/train_readings.py; see README.md."
    shared = {name[0]: weight for name, weight in sorted(weights.items()) if len(name) == 1}
    pairs = [f"{name}={weight:.2f}" for name, weight in shared.items() if name[0] != "C"]
    yield "\t".join([f"unmet={shared.get('C0', 0.0):.2f}", *pairs])
    packed: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for name, weight in weights.items():
        if len(name) == 3 and name[1]:
            packed[name[0]][name[1]][name[2]] = round(max(-46.0, min(46.0, weight / STEP)))
    phrases = _phrases()
    for char in sorted(met):
        counts = met[char]
        biases = {
            reading: weights.get((char, "", reading), 0.0) + shared.get(_met(count, counts.total()), 0.0)
            for reading, count in counts.most_common()
        }
        entries = []
        for feature, steps in packed[char].items():
            row = [steps.get(reading, 0) for reading in biases]
            if max(map(abs, row)) > _LEAST and not any(each.isspace() for each in feature):
                entries.append(feature + "".join(chr(ZERO + each) for each in row))
        readings = " ".join(f"{reading}={bias:.2f}" for reading, bias in biases.items())
        yield "\t".join([char, str(phrases[char]), readings, *sorted(entries)])


def accuracy(data: Sequence[Row], model: Model) -> float:
    return 100 * sum(_choice(row, model) == row.right for row in data) / len(data)


def _choice(row: Row, model: Model) -> str | None:
    if row.ruled or row.char not in model:
        return row.base
    return model.read(row.place, row.base, row.votes, row.expected).pinyin


@cache
def _phrases() -> Counter[str]:
    """In how many of pypinyin's phrases each character is."""
    return Counter(char for phrase in PHRASES_DICT for char in phrase)


def _say(what: str, share: float) -> None:
    print(f"{what}: {share:.2f} %")


def main(train_path: Path, check_path: Path | None) -> None:
    data = rows(train_path)
    print(f"{len(data):,} rows, {sum(row.ruled for row in data)} of them decided by rules")
    gain: Counter[str] = Counter()
    held_out: list[tuple[Row, str | None]] = []
    for fold in range(_FOLDS):
        model = Model(train([row for number, row in enumerate(data) if number % _FOLDS != fold]))
        held_out += [(row, _choice(row, model)) for row in data[fold::_FOLDS]]
    for row, choice in held_out:
        gain[row.char] += (choice == row.right) - (row.base == row.right)
    # Of a common character that is read no better with it the model does not speak.
    kept = {char for char, count in gain.items() if count > 0 or _phrases()[char] < _COMMON} - _UNTRAINED
    right = sum((choice if row.char in kept else row.base) == row.right for row, choice in held_out)
    _say("held out in turn", 100 * right / len(data))
    lines = [line for line in train(data) if line[0] in kept or "=" in line[:6] or line[0] == "#"]
    reading_model.WEIGHTS.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(kept)} characters")
    if check_path:
        model = Model(reading_model.WEIGHTS.read_text("utf-8").splitlines())
        _say(check_path.name, accuracy(rows(check_path), model))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
