"""A changed, missing or torn line is named; what was written stays readable."""

import json
import os
import resource
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.chain import BrokenChain, Chain

EVENTS = [json.dumps({"kind": "received", "path": f"昆都仑区/{n}.xlsx"}, ensure_ascii=False) for n in range(1, 8)]


def chain_of(folder: Path, count: int = 7) -> Chain:
    """A chain of some lines in a folder of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    chain = Chain(folder / "journal.jsonl")
    for file in (chain.file, chain.head_file):
        file.unlink(missing_ok=True)
    chain.append(*EVENTS[: count - 1])
    chain.append(EVENTS[count - 1])
    return chain


def lines_of(chain: Chain) -> list[bytes]:
    """The lines of its file, each with its end."""
    return chain.file.read_bytes().splitlines(keepends=True)


def named(chain: Chain) -> set[int]:
    """The numbers of the lines that `verify` names."""
    found: set[int] = set()
    for fault in chain.verify():
        first, _, last = fault.place.split(":")[1].partition("-")
        found |= set(range(int(first), int(last or first) + 1))
    return found


def test_what_is_appended_is_read_in_its_order(tmp_path: Path) -> None:
    """Two appends, one order, no fault."""
    chain = chain_of(tmp_path)

    assert [link.event.decode() for link in chain.read()] == EVENTS
    assert chain.verify() == []


@given(number=st.integers(1, 7), place=st.floats(0, 1, exclude_max=True), new=st.integers(0, 255), has_head=st.booleans())
def test_a_changed_byte_names_its_line(tmp_path_factory: pytest.TempPathFactory, number: int, place: float, new: int, *, has_head: bool) -> None:
    """Whatever byte of whatever line becomes another, the line is named and nothing is built on the file; without a head the last one may be torn."""
    chain = chain_of(tmp_path_factory.mktemp("chain"))
    lines = lines_of(chain)
    line = bytearray(lines[number - 1])
    at = int(place * len(line))
    if line[at] == new:
        new ^= 1
    line[at] = new
    chain.file.write_bytes(b"".join([*lines[: number - 1], bytes(line), *lines[number:]]))
    if not has_head:
        chain.head_file.unlink()

    assert number in named(chain)
    if has_head or number < 7:
        with pytest.raises(BrokenChain):
            chain.read()


@given(number=st.integers(1, 7))
def test_a_missing_line_is_named(tmp_path_factory: pytest.TempPathFactory, number: int) -> None:
    """Whichever line is taken out, the last one too, its number is named."""
    chain = chain_of(tmp_path_factory.mktemp("chain"))
    lines = lines_of(chain)
    chain.file.write_bytes(b"".join(lines[: number - 1] + lines[number:]))

    assert named(chain) == {number}
    with pytest.raises(BrokenChain):
        chain.append("{}")


@given(first=st.integers(1, 7), second=st.integers(1, 7))
def test_lines_that_changed_places_are_named(tmp_path_factory: pytest.TempPathFactory, first: int, second: int) -> None:
    """Swapping two lines is never taken for the order in which they were written."""
    chain = chain_of(tmp_path_factory.mktemp("chain"))
    lines = lines_of(chain)
    lines[first - 1], lines[second - 1] = lines[second - 1], lines[first - 1]
    chain.file.write_bytes(b"".join(lines))

    assert bool(named(chain) & {first, second}) == (first != second)


def test_a_line_written_anew_with_its_own_hash_is_named(tmp_path: Path) -> None:
    """Somebody who changes line 3 and makes its hash fit breaks the chain to line 4."""
    chain, other = chain_of(tmp_path / "one"), Chain(tmp_path / "two" / "journal.jsonl")
    other.file.parent.mkdir()
    other.append(*EVENTS[:2], '{"kind":"forged"}')
    chain.file.write_bytes(b"".join([*lines_of(chain)[:2], lines_of(other)[2], *lines_of(chain)[3:]]))

    assert 3 in named(chain)


def test_a_last_line_written_anew_is_named(tmp_path: Path) -> None:
    """No line follows the last one; the head vouches for it."""
    chain, other = chain_of(tmp_path / "one"), Chain(tmp_path / "two" / "journal.jsonl")
    other.file.parent.mkdir()
    other.append(*EVENTS[:6], '{"kind":"forged"}')
    chain.file.write_bytes(b"".join([*lines_of(chain)[:6], lines_of(other)[6]]))

    assert 7 in named(chain)


@given(cut=st.integers(1, 150))
def test_a_torn_tail_is_no_line_and_is_cut_off(tmp_path_factory: pytest.TempPathFactory, cut: int) -> None:
    """A killed append leaves part of a line behind the head, however much: it is named, and the next append takes its place."""
    chain = torn(tmp_path_factory.mktemp("chain"), cut)

    assert len(chain.read()) == 6
    assert [fault.what for fault in chain.verify()] == ["line_torn"]
    chain.append(EVENTS[0])
    assert [link.event.decode() for link in chain.read()] == [*EVENTS[:6], EVENTS[0]]


def test_cutting_off_a_torn_tail_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing disappears in silence: the log says after which line the tail was cut off."""
    torn(tmp_path, 20).append("{}")

    assert "torn tail of a killed append was cut off after line 6" in caplog.text


def torn(folder: Path, cut: int) -> Chain:
    """A chain of six lines, and a seventh whose last bytes were never written."""
    chain = chain_of(folder, 6)
    head = chain.head_file.read_bytes()
    chain.append(EVENTS[6])
    os.truncate(chain.file, chain.file.stat().st_size - cut)
    chain.head_file.write_bytes(head)
    return chain


def test_a_line_that_the_head_has_not_seen_counts(tmp_path: Path) -> None:
    """Killed between the line's sync and the head: the line was written down, so it stands."""
    chain = chain_of(tmp_path, 6)
    head = chain.head_file.read_bytes()
    chain.append(EVENTS[6])
    chain.head_file.write_bytes(head)

    assert len(chain.read()) == 7
    chain.append("{}")
    assert len(chain.read()) == 8


def test_garbage_of_a_power_cut_behind_the_head_is_a_torn_tail(tmp_path: Path) -> None:
    """Pages of a batch that were never synced come back as zeros, line ends and all."""
    chain = chain_of(tmp_path)
    with chain.file.open("ab") as file:
        file.write(b"\0" * 40 + b"\n" + b"\0" * 40)

    assert len(chain.read()) == 7
    chain.append("{}")
    assert len(chain.read()) == 8


@pytest.mark.parametrize("head", [b"", b"{}", b"nonsense", b'{"number": 1}'])
def test_a_damaged_head_is_made_again(tmp_path: Path, head: bytes) -> None:
    """The head is derived: whatever happens to it, the lines stand and the next append writes it anew."""
    chain = chain_of(tmp_path)
    chain.head_file.write_bytes(head)

    chain.append("{}")

    assert len(chain.read()) == 8
    assert json.loads(chain.head_file.read_bytes())["number"] == 8


def test_who_reads_while_another_writes_misses_nothing_that_stood(tmp_path: Path) -> None:
    """The look of a sensor falls between an append and its head: a growing file is not a broken one."""
    chain = chain_of(tmp_path)
    seen = [7]
    with ThreadPoolExecutor(1) as writer:
        writing = writer.submit(lambda: [chain.append("{}") for _ in range(40)])
        while not writing.done():
            seen.append(len(chain.read()))

    assert seen == sorted(seen)
    assert len(chain.read()) == 47


@pytest.mark.parametrize("bytes_left", [0, 1, 200])
def test_a_full_disk_leaves_nothing_of_what_it_did_not_take(tmp_path: Path, bytes_left: int) -> None:
    """The file may grow by so much and no more: the append fails, and what stood is whole."""
    chain = chain_of(tmp_path)
    child = os.fork()
    if child == 0:
        size = chain.file.stat().st_size + bytes_left
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        with suppress(OSError):
            chain.append(EVENTS[0], EVENTS[1])
            os._exit(1)  # the disk took more than it has
        os._exit(0)

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert chain.verify() == []
    assert len(chain.read()) == 7


def test_a_failed_sync_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk says no, none of the lines stays and the next append follows what stood."""
    chain = chain_of(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", refuse)
        with pytest.raises(OSError, match="disk"):
            chain.append("{}", "{}")

    assert len(chain.read()) == 7
    chain.append("{}")
    assert chain.verify() == []


def refuse(_descriptor: int) -> None:
    """A disk that does not take it."""
    raise OSError("the disk says no")
