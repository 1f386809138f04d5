"""The fourth stage: what was measured, with its source, and how far that is from what was promised."""
