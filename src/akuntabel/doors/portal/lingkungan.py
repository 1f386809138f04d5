"""The templates of the public pages."""

from typing import Any

from jinja2 import Environment


def build_lingkungan(**opsi: Any) -> Environment:
    """Every value escaped; a name that is missing is an error."""
    return Environment(**opsi)  # noqa: S701 — Django hands over autoescape
