"""What a reading depends on besides the file: the reader, the declarations it used, the hash key. A reading is made again only when one of them changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from catalog.catalog import Catalog
from ingest.reader_version import FORMATS, READER_VERSION
from warehouse.event import Read, Received, identifier, reading_id


@dataclass(frozen=True)
class Dependencies:
    """The declarations and the key of one run."""

    catalog: Catalog
    key_id: str

    @cached_property
    def _by_ledger(self) -> dict[str, str]:
        return {ledger: self.catalog.reading_fingerprint(ledger) for ledger in self.catalog.ledgers}

    @cached_property
    def everything(self) -> str:
        """The fingerprint for a file that was not wholly recognised: a ledger or a format that is added may change the answer."""
        return identifier(*FORMATS, *(f"{ledger}={used}" for ledger, used in sorted(self._by_ledger.items())))

    def of(self, ledgers: Iterable[str]) -> str:
        """The fingerprint for a file that holds tables of these ledgers and nothing else."""
        return identifier(*(f"{ledger}={self._by_ledger.get(ledger)}" for ledger in sorted(set(ledgers))))

    def reading_id(self, sha256: str, fingerprint: str) -> str:
        """The id of a reading of these bytes by this reader."""
        return reading_id(sha256, READER_VERSION, fingerprint, self.key_id)

    def is_current(self, received: Received, read: Read | None) -> bool:
        """Whether a delivery's reading is what would be read today."""
        if read is None:
            return False
        ledgers = [table.ledger for table in read.tables if table.ledger]
        today = [self.everything] if not ledgers else [self.of(ledgers), self.everything]
        return read.reading_id in {self.reading_id(received.sha256, fingerprint) for fingerprint in today}
