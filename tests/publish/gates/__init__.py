"""The checks on the sources of the pages, one file a check."""
