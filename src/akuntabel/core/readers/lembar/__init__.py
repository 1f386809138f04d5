"""Workbooks: XLSX, XLS, XLSB, ODS."""
