"""The description says all that the API answers: requests of every kind, right and wrong, against the real application.

For each operation schemathesis makes up requests from the OpenAPI, also such as it forbids. None may end in a 5xx, and
no answer may be other than described: status, kind of content, schema, headers; nothing opens without sign-in.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import cache
from typing import Any, cast

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck
from hypothesis import settings as bangkit
from pytest_django import DjangoDbBlocker, Settings
from schemathesis import Case, GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from akuntabel.doors.api.openapi import build_openapi
from akuntabel.platform.akses.actions import draft_token
from akuntabel.siklus.hak_token import HakToken
from doors.web.isi import TAHUN, Isi, build_isi

pytestmark = pytest.mark.django_db
CONTOH = 6  # requests of each kind and operation, so that all of it takes less than a minute


@cache
def _handler() -> WSGIHandler:
    return WSGIHandler()


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """The site, loaded with the first request: before that it has no folders of its own (conftest).

    The end of a request leaves the connection open, as Django's test client sees to it: all requests are in one
    transaction, which is rolled back.
    """
    for sinyal in (request_started, request_finished):
        sinyal.disconnect(close_old_connections)
    return cast("Iterable[bytes]", _handler()(environ, start_response))


skema = schemathesis.openapi.from_dict(deepcopy(build_openapi()))
skema.app = application


@pytest.fixture(scope="module")
def isi(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Isi]:
    """Two offices with all there is, once."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_isi()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def token(isi: Isi, django_db_blocker: DjangoDbBlocker) -> str:
    """Danu's, who writes measurements and what was spent."""
    with django_db_blocker.unblock():
        return draft_token(nama="uji", hak=list(HakToken), hari=1, by=isi.pemeran.danu)[1]


@pytest.fixture(autouse=True)
def _tanpa_batas_laju(settings: Settings) -> None:
    settings.API_LAJU = 10**9


@skema.parametrize()
@bangkit(max_examples=CONTOH, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
def test_every_answer_is_described(case: Case, isi: Isi, token: str) -> None:
    if case.meta is not None and case.meta.generation.mode is GenerationMode.POSITIVE:
        _aim(case, isi)
    with transaction.atomic():
        # What a rule of the field refuses has the right form all the same: of such requests 422 is a good answer.
        lewati = [] if case.method == "GET" else [positive_data_acceptance]
        case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, excluded_checks=lewati)
        transaction.set_rollback(True)


def _aim(case: Case, isi: Isi) -> None:
    """At what there is: a code that was made up names no office, and nothing but 404 would ever be seen."""
    objek = isi.objek[isi.kota.kode]
    ada = {"kode": isi.kota.kode, "tahun": TAHUN, "bulan": objek["bulan"], "id_": objek["versi_anggaran"]}
    if case.operation.path.endswith("/renstra/{id_}"):
        ada["id_"] = objek["renstra"]
    bagian = case.path_parameters or {}
    bagian.update({nama: ada[nama] for nama in bagian if nama in ada})
