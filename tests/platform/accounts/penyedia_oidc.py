"""A provider of OpenID Connect on this machine: it vouches for whomever the test says."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import jwt

KUNCI = "kunci-penyedia-yang-hanya-ada-di-uji"
ID_KLIEN, RAHASIA_KLIEN = "akuntabel", "rahasia-klien"


@dataclass
class Penyedia:
    """Where it listens, whom it vouches for, and what it was asked."""

    alamat: str = ""
    orang: dict[str, Any] = field(default_factory=dict)
    permintaan_token: list[dict[str, list[str]]] = field(default_factory=list)

    @property
    def lingkungan(self) -> dict[str, str]:
        """The environment of an installation that uses it."""
        return {
            "AKUNTABEL_OIDC_ISSUER": self.alamat,
            "AKUNTABEL_OIDC_CLIENT_ID": ID_KLIEN,
            "AKUNTABEL_OIDC_SECRET": RAHASIA_KLIEN,
            "AKUNTABEL_OIDC_NAME": "SSO KPU",
        }

    def jawab(self, alamat: str) -> dict[str, Any] | None:
        """What the provider says at this address."""
        token = {"iss": self.alamat, "aud": ID_KLIEN, "sub": self.orang.get("sub"), "exp": 4102444800, "iat": 0}
        return {
            "/.well-known/openid-configuration": {
                "issuer": self.alamat,
                "authorization_endpoint": f"{self.alamat}/masuk",
                "token_endpoint": f"{self.alamat}/token",
                "userinfo_endpoint": f"{self.alamat}/orang",
                "jwks_uri": f"{self.alamat}/kunci",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
            },
            "/token": {"access_token": "t", "token_type": "Bearer", "id_token": jwt.encode(token, KUNCI, "HS256")},
            "/orang": self.orang,
        }.get(alamat)


@contextmanager
def jalankan_penyedia() -> Iterator[Penyedia]:
    """Listen until the test ends."""
    penyedia = Penyedia()

    class Penjawab(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            isi = penyedia.jawab(self.path)
            self.send_response(404 if isi is None else 200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(isi).encode())

        def do_POST(self) -> None:
            badan = self.rfile.read(int(self.headers["Content-Length"])).decode()
            penyedia.permintaan_token.append(parse_qs(badan))
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Penjawab) as server:
        penyedia.alamat = f"http://127.0.0.1:{server.server_port}"
        utas = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        utas.start()
        try:
            yield penyedia
        finally:
            server.shutdown()
            utas.join()
