"""Signing an agreement: electronically inside its PDF, or on paper that is scanned; and verifying what was signed."""
