"""The declarations that publishes used, kept by fingerprint: an old figure can be read with its own definitions, and built again as it was."""

import shutil
from pathlib import Path

from catalog.catalog import Catalog, declared_files, fingerprint
from warehouse.folder import Folder


class CatalogMoved(Exception):
    """Declarations were edited since the run read them; it cannot keep what it built from."""


def keep(catalog: Catalog, folder: Folder) -> Path:
    """Copy a catalog's declarations below their fingerprint, once; gives the copy's folder back."""
    kept = folder.catalogs / catalog.fingerprint
    if kept.exists():
        return kept
    growing = folder.catalogs / f".{catalog.fingerprint}"
    shutil.rmtree(growing, ignore_errors=True)  # of a killed run
    for file in declared_files(catalog.home):
        copy = growing / file.relative_to(catalog.home)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    if fingerprint(growing) != catalog.fingerprint:
        shutil.rmtree(growing)
        raise CatalogMoved(f"the declarations in {catalog.home} changed while the run was building; run again")
    growing.rename(kept)
    return kept
