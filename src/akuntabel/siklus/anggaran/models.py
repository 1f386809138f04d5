"""The money of the year: what DIPA allows, how it was changed, what was spent."""
