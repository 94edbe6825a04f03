"""Spreadsheets this program writes: always new files, never the user's own file saved again."""
