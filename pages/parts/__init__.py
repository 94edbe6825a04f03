"""What several pages share: the view in the URL, cached reads, and how figures, charts and rows look."""
