"""One unit on one page: where each piece of its work stands, drawn and listed."""

from services.dossier.lanes import FINDINGS, lanes, left_out
from services.dossier.open_items import OpenItem, open_items
from services.dossier.record import ELECTION, Record, Roll, election_days

__all__ = ["ELECTION", "FINDINGS", "OpenItem", "Record", "Roll", "election_days", "lanes", "left_out", "open_items"]
