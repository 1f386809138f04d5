"""Rapat pleno: the minutes are drafted, then signed by the chair and every member who was there, then frozen."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F, ProtectedError
from django.utils import timezone

from akuntabel.core.regulasi.pleno import KuorumPleno, find_kuorum
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.organisasi.models import (
    BeritaAcara,
    CaraTandaTangan,
    KeputusanPleno,
    Pejabat,
    PeranPleno,
    PesertaPleno,
    Satker,
    StatusBeritaAcara,
)
from akuntabel.siklus.organisasi.permissions import PERAN_PER_TINDAKAN, has_peran, require_permission
from akuntabel.siklus.organisasi.ubah import check_versi


@dataclass(frozen=True, slots=True)
class PesertaBaru:
    """Somebody called to the meeting."""

    pejabat: Pejabat
    is_ketua: bool = False
    is_hadir: bool = True


@dataclass(frozen=True, slots=True)
class KeputusanBaru:
    """A decision as it is handed in. id: of the row that it changes, None for a new one; setuju None: by consensus."""

    bunyi: str
    jenis: str = "lain"
    setuju: int | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class IsiRapat:
    """All that the minutes say."""

    nomor: str
    tanggal: date
    tempat: str
    agenda: str
    pembahasan: str
    daftar_peserta: Sequence[PesertaBaru]
    daftar_keputusan: Sequence[KeputusanBaru]


@transaction.atomic
def draft_berita_acara(satker: Satker, isi: IsiRapat, *, by: Pengguna) -> BeritaAcara:
    """Write down what a plenary has decided. Raises PermissionDenied, ValidationError."""
    require_permission(by, "berita_acara.draft", satker)
    berita_acara = BeritaAcara(satker=satker, **_kepala(isi))
    berita_acara.full_clean()
    berita_acara.save()
    _write_daftar(berita_acara, isi)
    record_audit(by, "berita_acara.draft", berita_acara, baru=dump_isi(berita_acara))
    return berita_acara


@transaction.atomic
def revise_berita_acara(berita_acara: BeritaAcara, isi: IsiRapat, *, versi: int, by: Pengguna) -> None:
    """Change minutes that not everybody has signed; signatures given so far fall, for their text is no longer there.

    Raises PermissionDenied, SudahBerubahError, ValidationError.
    """
    require_permission(by, "berita_acara.draft", berita_acara.satker)
    terkunci = _lock(berita_acara, versi, _kepala(isi))
    lama = dump_isi(terkunci)
    for nama, nilai in _kepala(isi).items():
        setattr(terkunci, nama, nilai)
    terkunci.versi += 1
    terkunci.full_clean()
    terkunci.save()
    _write_daftar(terkunci, isi)
    record_audit(by, "berita_acara.revise", terkunci, lama=lama, baru=dump_isi(terkunci))
    berita_acara.refresh_from_db()


@transaction.atomic
def withdraw_berita_acara(berita_acara: BeritaAcara, *, versi: int, by: Pengguna, alasan: str) -> None:
    """Throw a draft away; the trail keeps what it said. Raises PermissionDenied, SudahBerubahError, ValidationError."""
    require_permission(by, "berita_acara.draft", berita_acara.satker)
    terkunci = _lock(berita_acara, versi, {})
    record_audit(by, "berita_acara.withdraw", terkunci, lama=dump_isi(terkunci), alasan=alasan)
    terkunci.delete()


@transaction.atomic
def sign_berita_acara(
    berita_acara: BeritaAcara, daftar_peserta: Sequence[PesertaPleno], *, versi: int, by: Pengguna
) -> None:
    """Record signatures of members who were there. With the last one the minutes are frozen with their hash.

    Whoever has an account signs with it, and for nobody else; the head of the office records signatures that were
    given in ink by those without one. versi: of what the person has read. Raises PermissionDenied, SudahBerubahError,
    ValidationError (quorum not reached, no decision, no chair).
    """
    if not may_sign(by, berita_acara.satker, daftar_peserta):
        raise PermissionDenied(
            "Peserta yang mempunyai akun menandatangani sendiri; "
            "tanda tangan basah peserta lain dicatat pimpinan satker."
        )
    terkunci = _lock(berita_acara, versi, {})
    semua = list(terkunci.daftar_peserta.select_related("pejabat"))
    _check_sah(terkunci, semua)
    saat = timezone.now()
    dipilih = {p.pk for p in daftar_peserta}
    if not dipilih <= {p.pk for p in semua}:
        raise ValidationError("Daftar peserta rapat sudah berubah. Muat ulang halaman ini, lalu ulangi.")
    for peserta in semua:
        if peserta.pk in dipilih:
            _sign(peserta, by, saat)
    isi: dict[str, object] = {}
    if all(p.waktu_tanda_tangan for p in semua if p.hadir):
        isi = {"status": StatusBeritaAcara.DITANDATANGANI.value, "sidik": compute_sidik(terkunci)}
    record_audit(
        by,
        "berita_acara.sign",
        terkunci,
        baru={"peserta": ", ".join(p.nama for p in semua if p.pk in dipilih)} | isi,
    )
    if isi:
        BeritaAcara.objects.filter(pk=terkunci.pk).update(**isi)
    berita_acara.refresh_from_db()


def may_sign(pengguna: Pengguna, satker: Satker, daftar_peserta: Sequence[PesertaPleno]) -> bool:
    """Whether these signatures are the person's own to give, or ink signatures that the head may record."""
    if not (pengguna.is_active and daftar_peserta):
        return False
    lain = [p for p in daftar_peserta if p.pejabat.pengguna_id != pengguna.pk]
    if not lain:
        return True
    is_basah = all(p.pejabat.pengguna_id is None for p in lain)
    return is_basah and has_peran(pengguna, satker, PERAN_PER_TINDAKAN["berita_acara.sign"])


def find_kuorum_rapat(berita_acara: BeritaAcara, jumlah_anggota: int) -> KuorumPleno | None:
    """What the law asks of this meeting; None where no rule is known for the office."""
    satker = berita_acara.satker
    return find_kuorum(satker.kementerian, satker.jenis, jumlah_anggota, berita_acara.tanggal)


def daftar_halangan(berita_acara: BeritaAcara, daftar_peserta: Sequence[PesertaPleno]) -> list[str]:
    """Why the minutes cannot be signed yet; empty where they can."""
    halangan = []
    jumlah_hadir = sum(p.hadir for p in daftar_peserta)
    daftar_keputusan = list(berita_acara.daftar_keputusan.all())
    if not any(p.hadir and p.peran == PeranPleno.KETUA.value for p in daftar_peserta):
        halangan.append("Belum ada pimpinan rapat yang hadir. Pilih seorang peserta yang hadir sebagai ketua.")
    if not daftar_keputusan:
        halangan.append("Belum ada keputusan. Tuliskan sedikitnya satu keputusan rapat.")
    kuorum = find_kuorum_rapat(berita_acara, len(daftar_peserta))
    if kuorum is not None:
        halangan += _halangan_kuorum(kuorum, jumlah_hadir, daftar_keputusan)
    return halangan


def _halangan_kuorum(kuorum: KuorumPleno, jumlah_hadir: int, daftar: Sequence[KeputusanPleno]) -> list[str]:
    halangan = []
    if jumlah_hadir < kuorum.hadir:
        halangan.append(
            f"Hadir {jumlah_hadir} anggota, paling sedikit {kuorum.hadir} dari {kuorum.jumlah_anggota} "
            f"({kuorum.dasar}). Rapat belum kuorum; adakan rapat lagi, atau betulkan daftar hadirnya."
        )
    halangan += [
        f"Keputusan {k.urut}: disetujui {k.setuju} anggota, diharapkan paling sedikit {kuorum.setuju} "
        f"dari {jumlah_hadir} yang hadir ({kuorum.dasar}). Betulkan jumlahnya, "
        "atau kosongkan bila diputuskan secara musyawarah."
        for k in daftar
        if k.setuju is not None and not kuorum.setuju <= k.setuju <= jumlah_hadir
    ]
    return halangan


def compute_sidik(berita_acara: BeritaAcara) -> str:
    """SHA-256 of what was signed, with who signed it when."""
    teks = json.dumps(dump_isi(berita_acara), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(teks.encode()).hexdigest()


def dump_isi(berita_acara: BeritaAcara) -> dict[str, object]:
    """The minutes as plain values."""
    peserta = [
        [p.nama, p.jabatan, p.peran, p.hadir, p.waktu_tanda_tangan.isoformat() if p.waktu_tanda_tangan else "", p.cara]
        for p in berita_acara.daftar_peserta.all()
    ]
    keputusan = [[k.urut, k.bunyi, k.jenis, k.setuju] for k in berita_acara.daftar_keputusan.all()]
    return {
        "satker": berita_acara.satker.kode,
        "nomor": berita_acara.nomor,
        "tanggal": berita_acara.tanggal.isoformat(),
        "tempat": berita_acara.tempat,
        "agenda": berita_acara.agenda,
        "pembahasan": berita_acara.pembahasan,
        "peserta": peserta,
        "keputusan": keputusan,
    }


def _kepala(isi: IsiRapat) -> Mapping[str, object]:
    return {n: getattr(isi, n) for n in ("nomor", "tanggal", "tempat", "agenda", "pembahasan")}


def _lock(berita_acara: BeritaAcara, versi: int, isi: Mapping[str, object]) -> BeritaAcara:
    """The minutes, ours until the transaction ends, where they are still what the person has read."""
    terkunci = BeritaAcara.objects.select_for_update(of=("self",)).select_related("satker").get(pk=berita_acara.pk)
    if terkunci.is_beku:
        raise ValidationError(f"{terkunci} sudah ditandatangani semua peserta yang hadir; isinya tidak dapat diubah.")
    check_versi(terkunci, versi, isi)
    return terkunci


def _write_daftar(berita_acara: BeritaAcara, isi: IsiRapat) -> None:
    """Participants and decisions as handed in. Raises ValidationError with all that is wrong with them."""
    _check_peserta(berita_acara.satker, isi.tanggal, isi.daftar_peserta)
    berita_acara.daftar_peserta.all().delete()
    for urut, p in enumerate(isi.daftar_peserta, 1):
        PesertaPleno.objects.create(
            berita_acara=berita_acara,
            pejabat=p.pejabat,
            urut=urut,
            nama=p.pejabat.nama,
            jabatan=p.pejabat.sebutan,
            peran=(PeranPleno.KETUA if p.is_ketua else PeranPleno.ANGGOTA).value,
            hadir=p.is_hadir,
        )
    _write_keputusan(berita_acara, isi.daftar_keputusan)


def _check_peserta(satker: Satker, tanggal: date, daftar: Sequence[PesertaBaru]) -> None:
    galat = [
        *(
            f"{p.pejabat} tidak menjabat pada {tanggal:%d-%m-%Y}. Betulkan tanggal rapat atau daftar pesertanya."
            for p in daftar
            if not p.pejabat.is_berlaku(tanggal)
        ),
        *(f"{p.pejabat} bukan pejabat {satker}." for p in daftar if p.pejabat.satker_id != satker.pk),
        *(
            f"Nama {p.pejabat.jabatan} belum diisi. Lengkapi dahulu di halaman pejabat."
            for p in daftar
            if not p.pejabat.nama
        ),
    ]
    if len({p.pejabat.pk for p in daftar}) < len(daftar):
        galat.append("Ada peserta yang tertulis dua kali. Tuliskan setiap peserta satu kali.")
    if sum(p.is_ketua for p in daftar) > 1:
        galat.append("Rapat dipimpin satu orang. Pilih satu ketua.")
    if galat:
        raise ValidationError(galat)


def _write_keputusan(berita_acara: BeritaAcara, daftar: Sequence[KeputusanBaru]) -> None:
    """Decisions keep their rows, for agreements and plans point at them; one that something rests on stays."""
    lama = {k.pk: k for k in berita_acara.daftar_keputusan.all()}
    for pk in lama.keys() - {k.id for k in daftar}:
        _drop_keputusan(lama[pk])
    # Numbers are unique in a meeting: those that stay step aside before they take their new ones.
    berita_acara.daftar_keputusan.update(urut=F("urut") + len(lama) + len(daftar))
    for urut, baru in enumerate(daftar, 1):
        keputusan = lama.get(baru.id or 0) or KeputusanPleno(berita_acara=berita_acara)
        keputusan.urut, keputusan.bunyi, keputusan.jenis = urut, baru.bunyi.strip(), baru.jenis
        keputusan.setuju = baru.setuju
        keputusan.full_clean(validate_unique=False, validate_constraints=False)
        keputusan.save()


def _drop_keputusan(keputusan: KeputusanPleno) -> None:
    try:
        keputusan.delete()
    except ProtectedError as galat:
        pemakai = ", ".join(sorted({str(objek) for objek in galat.protected_objects}))
        raise ValidationError(
            f"Keputusan {keputusan.urut} menjadi dasar {pemakai}, jadi tidak dapat dihapus. "
            "Lepaskan dahulu kaitannya di sana."
        ) from galat


def _check_sah(berita_acara: BeritaAcara, daftar_peserta: Sequence[PesertaPleno]) -> None:
    halangan = daftar_halangan(berita_acara, daftar_peserta)
    if halangan:
        raise ValidationError(halangan)


def _sign(peserta: PesertaPleno, by: Pengguna, saat: datetime) -> None:
    if not peserta.hadir:
        raise ValidationError(f"{peserta.nama} tidak hadir, jadi tidak menandatangani.")
    if peserta.waktu_tanda_tangan is not None:
        raise ValidationError(f"{peserta.nama} sudah menandatangani.")
    is_sendiri = peserta.pejabat.pengguna_id == by.pk
    peserta.waktu_tanda_tangan = saat
    peserta.cara = (CaraTandaTangan.AKUN if is_sendiri else CaraTandaTangan.BASAH).value
    peserta.save(update_fields=["waktu_tanda_tangan", "cara"])
