"""String foreign keys escape the import arrows: every key between stages points upstream."""

import pytest
from django.apps import apps
from django.core.management import call_command

TAHAP = (
    "organisasi",
    "perencanaan",
    "perjanjian",
    "pengukuran",
    "anggaran",
    "kepemiluan",
    "pelaporan",
    "reviu",
    "evaluasi",
    "publikasi",
)
URUTAN = ("accounts", "audit", "draf", "files", "tasks", "akses", "notifikasi", *TAHAP)


def test_foreign_keys_point_upstream():
    dilihat = 0
    for model in apps.get_models():
        asal = model._meta.app_label
        if asal not in URUTAN:
            continue
        for bidang in model._meta.get_fields():
            if bidang.is_relation and bidang.concrete and bidang.related_model is not None:
                dilihat += 1
                tujuan = bidang.related_model._meta.app_label
                if tujuan in URUTAN:
                    assert URUTAN.index(tujuan) <= URUTAN.index(asal), f"{model.__name__}.{bidang.name} → {tujuan}"
    assert dilihat > 40


def test_keys_between_stages_leave_no_name_on_the_earlier_stage():
    dilihat = 0
    for model in apps.get_models():
        for bidang in model._meta.get_fields():
            if not (bidang.is_relation and bidang.concrete and bidang.related_model is not None):
                continue
            asal, tujuan = model._meta.app_label, bidang.related_model._meta.app_label
            if asal in TAHAP and tujuan in TAHAP and asal != tujuan:
                dilihat += 1
                assert bidang.remote_field.hidden, f"{model.__name__}.{bidang.name} lacks related_name='+'"
    assert dilihat > 15


@pytest.mark.django_db
def test_migrations_say_what_the_models_say():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
