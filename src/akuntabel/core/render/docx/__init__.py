"""Word files of a naskah."""

from akuntabel.core.render.docx.paket import TemplateTidakSah
from akuntabel.core.render.docx.tulis import render_docx

__all__ = ["TemplateTidakSah", "render_docx"]
