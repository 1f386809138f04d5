"""The public pages: what was published, for anyone, without sign-in and without script."""
