"""Rules of IKPA by year, with their source; what no text was found for is empty."""

import pytest

from akuntabel.core.regulasi import daftar_sumber
from akuntabel.core.regulasi.ikpa import AturanIkpa, daftar_aturan_ikpa, find_aturan_ikpa


@pytest.mark.parametrize(
    ("tahun", "id_"),
    [
        (2019, None),
        (2020, "per-4-pb-2020"),
        (2021, "per-4-pb-2021"),
        (2022, "per-5-pb-2022"),
        (2023, "per-5-pb-2022"),
        (2024, "per-5-pb-2024"),
        (2030, "per-5-pb-2024"),
    ],
)
def test_each_year_has_the_rule_of_its_time(tahun: int, id_: str | None):
    aturan = find_aturan_ikpa(tahun)
    assert (aturan.id if aturan else None) == id_


@pytest.mark.parametrize("aturan", daftar_aturan_ikpa().values(), ids=lambda a: a.id)
def test_weights_are_whole_and_every_mark_names_a_text(aturan: AturanIkpa):
    assert sum(i.bobot for i in aturan.indikator if not i.is_pengurang) == 100
    assert set(aturan.tanda.removeprefix("V:").split(",")) <= set(daftar_sumber())
    assert len({i.id for i in aturan.indikator}) == len(aturan.indikator)


@pytest.mark.parametrize("aturan", daftar_aturan_ikpa().values(), ids=lambda a: a.id)
def test_targets_only_grow_during_the_year(aturan: AturanIkpa):
    for target in aturan.target_serapan.values():
        assert list(target) == sorted(target)
        assert target[-1] <= 100


def test_weights_that_do_not_add_up_are_refused():
    aturan = daftar_aturan_ikpa()["per-5-pb-2024"]
    isi = {nama: getattr(aturan, nama) for nama in AturanIkpa.__dataclass_fields__}
    with pytest.raises(ValueError, match="bobot indikator berjumlah 90"):
        AturanIkpa(**isi | {"indikator": tuple(i for i in aturan.indikator if i.id != "revisi")})
