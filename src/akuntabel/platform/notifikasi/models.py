"""Messages to people: in the application at once, by e-mail as a digest."""
