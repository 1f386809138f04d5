"""The test that needs LibreOffice is collected where it is installed; the summary of the documents' tests says so."""

import shutil

collect_ignore = [] if shutil.which("soffice") else ["test_pdf_libreoffice.py"]
