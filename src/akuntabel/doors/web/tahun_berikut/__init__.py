"""The screen that opens the next year."""
