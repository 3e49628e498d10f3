"""g2pM's network here, beside the package's own way through it; its file in the cache."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pypinyin.contrib.tone_convert import to_tone3

from meipi.language import g2pm, pinyin, reading_data
from meipi.language.g2pm import Network

SENTENCES = [
    "然而，他红了20年以后，他竟退出了大家的视线。",
    "银行行长重新调整了行李的重量，还没有还书。",
    "长江很长！",
    "他朝着朝阳的方向走去，一行人都觉得这首乐曲令人快乐",
]


@pytest.fixture(scope="module")
def network() -> Network:
    pytest.importorskip("g2pM")
    found = reading_data.network()
    assert found is not None
    return found


# The package leaves its files open.
@pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_it_expects_what_the_package_expects(network: Network) -> None:
    package = pytest.importorskip("g2pM").G2pM()
    text = "".join(SENTENCES)
    offsets = list(range(len(text)))
    best = [
        max(network.classes, key=lambda name: each.row[each.classes[name]])
        for each in network.scores([text], [offsets])[0]
    ]
    start = compared = 0
    for sentence in SENTENCES:
        for distance, expected in enumerate(package(sentence, char_split=True)):
            if len(package.cedict.get(sentence[distance], ())) > 1:
                found = to_tone3(best[start + distance], neutral_tone_with_five=True, v_to_u=False)
                assert found == expected.replace("u:", "v")
                compared += 1
        start += len(sentence)
    assert compared > 20


def test_sentences_go_through_alone(network: Network) -> None:
    """What stands in other sentences, and how many go through at once, changes nothing."""
    alone = network.scores(["银行很长。"], [[1, 3]])[0]
    among = network.scores(["他说：“走！”\n银行很长。" * 70], [[9, 11]])[0]
    for one, other in zip(alone, among, strict=False):
        np.testing.assert_allclose(one.row, other.row, rtol=1e-4, atol=1e-4)
    np.testing.assert_allclose(among[0].row, alone[0].row, rtol=1e-4, atol=1e-4)
    assert network.scores(["银行", ""], [[], []]) == [[], []]
    assert [len(each) for each in network.scores(["长" * 300, "银行"], [[0, 299], [1]])] == [2, 1]


def test_it_is_kept_and_made_anew_if_damaged(network: Network, tmp_path: Path) -> None:
    path = tmp_path / "sub" / "network.npz"
    first = reading_data.open_network(path)
    kept = path.read_bytes()
    assert first.classes == network.classes
    path.write_bytes(kept[: len(kept) // 2])
    assert reading_data.open_network(path).classes == network.classes
    assert path.read_bytes() == kept
    np.testing.assert_array_equal(reading_data.open_network(path).embedding, network.embedding)


def test_where_nothing_can_be_kept_it_stays_in_memory(network: Network, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert reading_data.open_network(tmp_path / "file" / "network.npz").classes == network.classes


def test_without_the_package_readings_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_data, "network", lambda: None)
    assert pinyin.read("音乐和快乐的乐章") == ["yīn", "yuè", "hé", "kuài", "lè", "de", "yuè", "zhāng"]


def test_other_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    import pickle

    monkeypatch.setattr(g2pm, "_file", lambda name: pickle.dumps({"一": 0, "二": 2}))
    with pytest.raises(ValueError, match="no table"):
        g2pm.arrays()
