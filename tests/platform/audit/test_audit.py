"""The trail cannot be changed, and who changes it behind the database's back is found out."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.platform.audit.segel import seal_audit, verify_audit

SEGERA = timedelta(seconds=-1)
pytestmark = pytest.mark.django_db


def _catat(jumlah: int) -> list[JejakAudit]:
    rina = Pengguna.objects.create_pengguna("Rina@Contoh.go.id", "Rina")
    return [record_audit(rina, "uji", rina, lama={"n": n}, baru={"n": n + 1}, alasan="uji") for n in range(jumlah)]


def _matikan_penjaga() -> None:
    """As somebody with full rights on the database would."""
    with connection.cursor() as kursor:
        if connection.vendor == "postgresql":
            kursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            kursor.execute("ALTER TABLE audit_jejakaudit DISABLE TRIGGER USER")
        else:
            kursor.execute("DROP TRIGGER audit_jejakaudit_UPDATE")
            kursor.execute("DROP TRIGGER audit_jejakaudit_DELETE")


def _ubah(baris: JejakAudit, cara: str) -> None:
    if cara == "update":
        JejakAudit.objects.update(alasan="lain")
    elif cara == "delete":
        JejakAudit.objects.all().delete()
    else:
        baris.save()


@pytest.mark.parametrize("cara", ["update", "delete", "save"])
def test_the_database_refuses_to_change_or_delete_a_row(cara: str):
    (baris,) = _catat(1)
    with pytest.raises(DatabaseError, match="tidak dapat diubah"), transaction.atomic():
        _ubah(baris, cara)
    assert JejakAudit.objects.get().alasan == "uji"


@pytest.mark.skipif(connection.vendor != "sqlite", reason="REPLACE is SQLite's")
def test_a_row_put_in_the_place_of_another_is_refused_too():
    (baris,) = _catat(1)
    perintah = "REPLACE INTO audit_jejakaudit SELECT id, waktu, 'lain', objek, objek_id, lama, baru, 'lain', pelaku_id"
    with pytest.raises(DatabaseError, match="tidak dapat diubah"), transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(f"{perintah} FROM audit_jejakaudit WHERE id = %s", [baris.pk])
    assert JejakAudit.objects.get().alasan == "uji"


def test_a_whole_trail_is_silent():
    _catat(3)
    seal_audit(tenang=SEGERA)
    _catat_lagi = record_audit(None, "uji", JejakAudit.objects.first() or pytest.fail("no row"))
    assert seal_audit(tenang=SEGERA).dari == _catat_lagi.pk
    assert list(verify_audit()) == []


def test_rows_that_may_still_have_older_neighbours_are_not_sealed_yet():
    _catat(2)
    assert seal_audit() is None


def test_a_changed_row_is_found_with_its_seal():
    baris = _catat(3)
    seal_audit(tenang=SEGERA)
    _matikan_penjaga()
    JejakAudit.objects.filter(pk=baris[1].pk).update(baru={"n": 99})
    (masalah,) = verify_audit()
    assert (masalah.dari, masalah.sampai) == (baris[0].pk, baris[2].pk)
    assert "tidak lagi sama" in masalah.pesan


def test_a_removed_row_is_found():
    baris = _catat(3)
    seal_audit(tenang=SEGERA)
    _matikan_penjaga()
    JejakAudit.objects.filter(pk=baris[1].pk).delete()
    (masalah,) = verify_audit()
    assert masalah.pesan == "seharusnya 3 baris, yang ada 2"


def test_sign_in_name_is_the_address_in_any_case_or_the_nip():
    rina = Pengguna.objects.create_pengguna("Rina@Contoh.go.id", "Rina", nip="199001012020012001")
    for nama in ("rina@contoh.go.id", " RINA@contoh.go.id ", "199001012020012001"):
        assert Pengguna.objects.get_by_natural_key(nama) == rina
