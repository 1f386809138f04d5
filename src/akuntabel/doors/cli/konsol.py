"""The two consoles: results on stdout, everything else on stderr. Texts of a package are never read as markup."""

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console


def konsol_hasil(*, soft_wrap: bool = True) -> "Console":
    """The console for results; tables wrap themselves and set ``soft_wrap`` off."""
    from rich.console import Console  # slow to load, and output for machines needs none

    return Console(markup=False, emoji=False, highlight=False, soft_wrap=soft_wrap)


def prepare_aliran() -> None:
    """What goes to a file or another program is UTF-8 everywhere; a screen that lacks a letter shows another for it.

    On Windows a redirected output would otherwise take the old code page, which has no minus sign and no "≥".
    """
    for aliran in (sys.stdout, sys.stderr):
        if isinstance(aliran, TextIOWrapper):
            aliran.reconfigure(encoding=None if aliran.isatty() else "utf-8", errors="replace")


def write_hasil(teks: str, keluaran: Path | None) -> None:
    """Put a result where the user wants it: into a file, or on stdout."""
    if keluaran is None:
        sys.stdout.write(teks)
    else:
        # Only the name of a file can hold what is no letter; the result is not lost for it.
        keluaran.write_text(teks, "utf-8", errors="replace")


def is_layar() -> bool:
    """Whether the result goes to a screen, not to a file or another program."""
    return sys.stdout.isatty()


def konsol_berkas(aliran: TextIO) -> "Console":
    """The console for results in a file: no colours, whatever the screen of the user shows."""
    from rich.console import Console

    return Console(file=aliran, force_terminal=False, markup=False, emoji=False, highlight=False, soft_wrap=True)


def konsol_galat() -> "Console":
    """The console for everything that is not the result itself."""
    from rich.console import Console

    return Console(stderr=True, markup=False, emoji=False, highlight=False, soft_wrap=True)
