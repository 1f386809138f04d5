"""The two consoles: results on stdout, everything else on stderr. Texts of a package are never read as markup."""

from rich.console import Console


def konsol_hasil(*, soft_wrap: bool = True) -> Console:
    """The console for results; tables wrap themselves and set ``soft_wrap`` off."""
    return Console(markup=False, emoji=False, highlight=False, soft_wrap=soft_wrap)


def konsol_galat() -> Console:
    """The console for everything that is not the result itself."""
    return Console(stderr=True, markup=False, emoji=False, highlight=False, soft_wrap=True)
