"""Writing a secret: once, whole, readable by its owner alone."""

import os
from pathlib import Path

OWNER_ALONE = 0o600


def write(file: Path, value: bytes) -> None:
    """Put a secret into a file that need not be there; a kill leaves either no file or the whole of it."""
    temporary = file.with_name(f".{file.name}")
    temporary.unlink(missing_ok=True)
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ALONE), "wb") as output:
        output.write(value)
        output.flush()
        os.fsync(output.fileno())
    temporary.rename(file)
