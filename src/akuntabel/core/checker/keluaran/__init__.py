"""Findings in the forms that people and machines read: JSON, SARIF, a page to hand on."""
