"""From the bytes of a spreadsheet to typed records: sniff → read in a child process → shape → match → convert."""
