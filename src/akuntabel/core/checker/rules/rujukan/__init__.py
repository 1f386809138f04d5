"""RUJ: regulations, plans and visions that are cited."""

from akuntabel.core.checker.rules.rujukan import (
    peraturan,
    renstra,
)

DAFTAR_ATURAN = (
    *peraturan.DAFTAR_ATURAN,
    *renstra.DAFTAR_ATURAN,
)
