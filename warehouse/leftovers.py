"""What runs leave in the work folder: dbt's targets, lists, candidates that were not published. All of it is derived."""

import shutil

from warehouse.run import Run


def sweep(run: Run) -> None:
    """Remove what earlier runs left; only for the one writer. A run that failed keeps its own, to be looked at, until another has published."""
    for folder in run.folder.work.iterdir():
        if folder.is_dir() and folder not in (run.work, run.folder.lists):
            shutil.rmtree(folder, ignore_errors=True)  # what cannot be removed now can be by the next run; what was published stands either way
