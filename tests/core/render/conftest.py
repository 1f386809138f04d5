"""The tests that need LibreOffice are collected where it is installed; the summary says when they are not."""

import shutil

import pytest

HAS_LIBREOFFICE = shutil.which("soffice") is not None
collect_ignore = [] if HAS_LIBREOFFICE else ["test_docx_libreoffice.py"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not HAS_LIBREOFFICE:
        terminalreporter.write_line("LibreOffice (soffice) is not installed: test_*_libreoffice.py not collected")
