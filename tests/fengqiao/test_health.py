"""Self-diagnosis: what is wrong is named with its remedy."""

from datetime import datetime
from pathlib import Path

from fengqiao.health import clock, looks, permissions
from fengqiao.messages import doctor as words
from warehouse.event import CHINA
from warehouse.folder import Folder

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=CHINA)


def test_a_sound_data_folder_is_fine(office: Path) -> None:
    """Closed to others, and nobody writes."""
    found = {look.name: look for look in looks(Folder(office), NOW)}

    assert found[words.PERMISSIONS].ok
    assert found[words.LOCK].found == words.FREE_LOCK


def test_originals_that_others_can_read_are_named(office: Path) -> None:
    """With the command that closes them."""
    folder = Folder(office)
    folder.archive.chmod(0o755)
    look = permissions(folder)

    assert not look.ok
    assert look.remedy == f"chmod go-rwx {folder.archive}"


def test_a_clock_of_the_past_is_wrong() -> None:
    """The machine lost its battery: no return would be late."""
    assert not clock(datetime(1970, 1, 1, tzinfo=CHINA)).ok
    assert clock(NOW).ok


def test_a_data_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    """What can be looked at without it is looked at all the same."""
    found = {look.name: look for look in looks(Folder(tmp_path / "none"), NOW)}

    assert not found[words.FOLDER].ok
    assert words.VERSIONS in found
