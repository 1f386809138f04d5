"""Messages to a person."""
