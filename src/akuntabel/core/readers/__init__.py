"""Reports of any office, as they were printed: words and tables with their places."""
