"""A linter for performance reports: pure rules over a document that was read, silent where all holds."""
