"""The two consoles: results on stdout, everything else on stderr. Texts of a package are never read as markup."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


def konsol_hasil(*, soft_wrap: bool = True) -> "Console":
    """The console for results; tables wrap themselves and set ``soft_wrap`` off."""
    from rich.console import Console  # slow to load, and output for machines needs none

    return Console(markup=False, emoji=False, highlight=False, soft_wrap=soft_wrap)


def konsol_galat() -> "Console":
    """The console for everything that is not the result itself."""
    from rich.console import Console

    return Console(stderr=True, markup=False, emoji=False, highlight=False, soft_wrap=True)
