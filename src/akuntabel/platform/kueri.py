"""Queries whose SQL is written once per process.

Django builds the text of a query anew each time it is asked; for a small read that costs four fifths of the time
(0.32 ms against 0.06 ms for the roles of a person). What every request asks with other values only is written once, and
put to the driver as it is: Django's cursor would look at the text each time, and costs three times what SQLite needs.
For reads by key on paths that every page takes, not for searches. It takes of Django's compiler what ``ModelIterable``
takes; a test compares the two.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.sqlite3.base import FORMAT_QMARK_REGEX
from django.db.models.base import ModelState
from django.db.models.sql.compiler import SQLCompiler

M = TypeVar("M", bound=models.Model)
Nilai = int | str | date


_POLOS = {  # fields that hand a value of this very type on as it is
    models.CharField: str,
    models.TextField: str,
    models.IntegerField: int,
    models.BigIntegerField: int,
    models.PositiveSmallIntegerField: int,
    models.ForeignKey: int,
}


class KueriTetap(Generic[M]):
    """A queryset as a function of its values.

    susun: builds the queryset from as many values as there are in ``contoh``, which differ from each other. Each must
    reach the SQL as it is: a lookup that makes something else of it (``__year``) is refused. Annotations come along,
    related objects do not.
    """

    def __init__(self, susun: Callable[..., models.QuerySet[M]], *contoh: Nilai) -> None:
        self._susun, self._contoh = susun, contoh
        self._tertulis: _Tertulis[M] | None = None

    def __call__(self, *nilai: Nilai) -> list[M]:
        """The objects for these values, in the order of the queryset."""
        return self._tulis().read(nilai)

    def rows(self, *nilai: Nilai) -> "list[tuple[Any, ...]]":
        """The bare rows, where there are many and a field or two of each is wanted."""
        return self._tulis().rows(nilai)

    def first(self, *nilai: Nilai) -> M | None:
        """The first of them."""
        return next(iter(self(*nilai)), None)

    def _tulis(self) -> "_Tertulis[M]":
        if self._tertulis is None:
            self._tertulis = _write(self._susun, self._contoh)
        return self._tertulis


class BarisTetap:
    """A queryset of bare rows (``values_list``) as a function of its values, as ``KueriTetap`` is one of objects.

    Columns of related tables come along.
    """

    def __init__(self, susun: Callable[..., models.QuerySet[Any, Any]], *contoh: Nilai) -> None:
        self._susun, self._contoh = susun, contoh
        self._tertulis: _Tertulis[Any] | None = None

    def __call__(self, *nilai: Nilai) -> "list[tuple[Any, ...]]":
        """The rows for these values, in the order of the queryset."""
        if self._tertulis is None:
            self._tertulis = _write(self._susun, self._contoh)
        return self._tertulis.rows(nilai)


def insert_baris(objek: models.Model) -> None:
    """Store a new object whose key the database gives: what ``save(force_insert=True)`` does, without signals."""
    sql, bidang = _sisipan(type(objek))
    ((objek.pk,),) = run_sql(sql, build_nilai(objek, bidang))
    objek._state.adding, objek._state.db = False, DEFAULT_DB_ALIAS


def build_nilai(objek: models.Model, bidang: "Iterable[models.Field[Any, Any]]") -> list[Any]:
    """What a new row has in these fields, as the database takes it. Text and whole numbers it takes as they are."""
    nilai = []
    for b in bidang:
        isi = b.pre_save(objek, add=True)
        nilai.append(isi if _POLOS.get(type(b)) is type(isi) else b.get_db_prep_save(isi, connection))
    return nilai


def run_sql(sql: str, parameter: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The rows that a statement gives. sql: text that is the same each time; "%s" stands for a parameter.

    Who listens to the queries of a connection (its log, its wrappers) hears of these too.
    """
    db = _open_sambungan()
    if db is None:
        with connection.cursor() as kursor:
            kursor.execute(sql, parameter)
            return list(kursor.fetchall())
    with db.wrap_database_errors:
        return list(db.connection.execute(_teks_pengandar(db.vendor, sql), parameter).fetchall())


def run_sql_berulang(sql: str, daftar: Sequence[Sequence[Any]]) -> None:
    """The same statement, which gives no rows, with each of these parameters."""
    db = _open_sambungan()
    if db is None:
        with connection.cursor() as kursor:
            kursor.executemany(sql, daftar)
        return
    with db.wrap_database_errors:
        kursor = db.connection.cursor()
        kursor.executemany(_teks_pengandar(db.vendor, sql), daftar)
        kursor.close()


def _open_sambungan() -> BaseDatabaseWrapper | None:
    """The connection, open and sound, to put statements to its driver; None: somebody listens at Django's cursor."""
    db = connections[DEFAULT_DB_ALIAS]
    if db.queries_logged or db.execute_wrappers:
        return None
    db.close_if_health_check_failed()
    if db.connection is None or db.needs_rollback:
        db.ensure_connection()
        db.validate_no_broken_transaction()
    return db


@lru_cache(maxsize=1024)
def _teks_pengandar(vendor: str, sql: str) -> str:
    """The text as the driver takes it."""
    return FORMAT_QMARK_REGEX.sub("?", sql).replace("%%", "%") if vendor == "sqlite" else sql


@cache
def _sisipan(model: type[models.Model]) -> "tuple[str, list[models.Field[Any, Any]]]":
    """The SQL that inserts a row and gives its key, and the fields whose values it takes, in their order."""
    meta = model._meta
    bidang = [b for b in meta.local_concrete_fields if b is not meta.pk]
    tabel, kunci, *kolom = (
        connection.ops.quote_name(nama)
        for nama in (meta.db_table, str(meta.pk.column), *(str(b.column) for b in bidang))
    )
    tempat = ", ".join(["%s"] * len(bidang))
    # Names of our own tables and columns; every value is a parameter.
    sql = f"INSERT INTO {tabel} ({', '.join(kolom)}) VALUES ({tempat}) RETURNING {kunci}"  # noqa: S608
    return sql, bidang


@dataclass(frozen=True, slots=True)
class _Tempat:
    """The place of a value among the parameters."""

    ke: int


@dataclass(frozen=True, slots=True)
class _Tertulis(Generic[M]):
    """The SQL with its parameters (places for values, and what is always the same), and what its columns are."""

    model: type[M]
    sql: str
    parameter: tuple[Any, ...]
    nama: list[str]
    kompilator: SQLCompiler
    pengubah: dict[int, Any]

    def rows(self, nilai: tuple[Nilai, ...]) -> list[tuple[Any, ...]]:
        baris: Iterable[Any] = run_sql(self.sql, [nilai[p.ke] if isinstance(p, _Tempat) else p for p in self.parameter])
        if self.pengubah:
            baris = map(tuple, self.kompilator.apply_converters(baris, self.pengubah))
        return list(baris)

    def read(self, nilai: tuple[Nilai, ...]) -> list[M]:
        return [_build_objek(self.model, self.nama, b) for b in self.rows(nilai)]


def _build_objek(model: type[M], nama: Sequence[str], baris: tuple[Any, ...]) -> M:
    """The object of a row, as ``Model.from_db`` builds it, but without its signals, to which nothing here listens.

    What the row leaves out is not in the object's dictionary, and by that Django knows it as deferred.
    """
    objek = model.__new__(model)
    objek._state = ModelState()
    objek._state.adding, objek._state.db = False, DEFAULT_DB_ALIAS
    objek.__dict__.update(zip(nama, baris, strict=True))
    return objek


def _write(susun: Callable[..., models.QuerySet[M, Any]], contoh: tuple[Nilai, ...]) -> _Tertulis[M]:
    """Written for two sets of values: what differs between them must be the values themselves. Raises ValueError."""
    lain = [_geser(c) for c in contoh]
    daftar = susun(*contoh)
    kompilator = daftar.query.get_compiler(DEFAULT_DB_ALIAS)
    sql, pertama = kompilator.as_sql()
    kedua = susun(*lain).query.get_compiler(DEFAULT_DB_ALIAS).as_sql()[1]
    tempat = {(str(a), str(b)): _Tempat(n) for n, (a, b) in enumerate(zip(contoh, lain, strict=True))}
    parameter = tuple(a if a == b else tempat.get((str(a), str(b))) for a, b in zip(pertama, kedua, strict=True))
    if None in parameter or {p.ke for p in parameter if isinstance(p, _Tempat)} != set(range(len(contoh))):
        raise ValueError(f"the values do not reach the query as they are: {pertama} for {contoh}")
    kolom = [s[0] for s in kompilator.select]
    nama = _daftar_nama(kompilator, kolom) if kompilator.klass_info else []  # None: the rows are of no object
    return _Tertulis(daftar.model, sql, parameter, nama, kompilator, kompilator.get_converters(kolom))


def _daftar_nama(kompilator: SQLCompiler, kolom: Sequence[Any]) -> list[str]:
    """The attributes that the columns fill, those of the object first. Raises ValueError."""
    milik = kompilator.klass_info["select_fields"]
    if milik != list(range(len(milik))):
        raise ValueError("the columns of the object do not come first")
    anotasi = sorted(kompilator.annotation_col_map.items(), key=itemgetter(1))
    return [*(kolom[n].target.attname for n in milik), *(a for a, _ in anotasi)]


def _geser(contoh: Nilai) -> Nilai:
    """Another value of the same kind."""
    if isinstance(contoh, int):
        return contoh + 1000
    return contoh + "0" if isinstance(contoh, str) else contoh + timedelta(days=366)
