"""What the public may read: reports as published, frozen, in tables of their own."""
