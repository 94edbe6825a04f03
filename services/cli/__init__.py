"""The command line: the same services as the pages, for batches of files, exports and checks."""
