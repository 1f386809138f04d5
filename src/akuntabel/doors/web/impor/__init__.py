"""Import and export: forms filled in elsewhere, pasted tables, data packages."""
