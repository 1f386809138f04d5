"""The naskah as JSON: every block with its type, every number with what is printed and its exact value."""

import base64
import dataclasses
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.naskah.model import Naskah


def dump_naskah(naskah: Naskah) -> str:
    """Canonical JSON of a document: same document, same bytes. Decimals are strings."""
    return json.dumps(_plain(naskah), ensure_ascii=False, indent=1) + "\n"


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        plain = {"jenis_blok": type(value).__name__} | {
            f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)
        }
        if isinstance(value, Besaran):
            plain["teks"] = value.teks
        return plain
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, date):
        return value.isoformat()
    return value
