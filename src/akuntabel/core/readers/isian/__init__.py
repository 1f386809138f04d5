"""Forms that an office fills in outside the application: read from workbooks and pasted tables; their templates."""
