"""The API: what a person may do on the screens, for programs."""
