"""How fast somebody may ask, with a clock of our own."""

from akuntabel.platform.akses import laju
from akuntabel.platform.akses.laju import Laju


class Jam:
    """A clock that is set by hand."""

    kini = 0.0

    def __call__(self) -> float:
        return self.kini


def test_a_minute_s_worth_at_once_and_then_wait() -> None:
    jam = Jam()
    ember = Laju(jam)
    assert [ember.take("rina", 3) for _ in range(4)] == [0, 0, 0, 20]
    jam.kini = 19.9
    assert ember.take("rina", 3) == 1
    jam.kini = 20.0
    assert ember.take("rina", 3) == 0


def test_who_waits_is_not_put_back_by_asking() -> None:
    jam = Jam()
    ember = Laju(jam)
    ember.take("rina", 1)
    for detik in range(1, 60):
        jam.kini = float(detik)
        assert ember.take("rina", 1) > 0
    jam.kini = 60.1
    assert ember.take("rina", 1) == 0


def test_one_person_does_not_slow_another() -> None:
    ember = Laju(Jam())
    assert ember.take("rina", 1) == 0
    assert ember.take("danu", 1) == 0
    assert ember.take("rina", 1) > 0


def test_memory_is_bounded() -> None:
    ember = Laju(Jam())
    for n in range(laju.PALING_BANYAK + 50):
        ember.take(f"alamat {n}", 10)
    assert len(ember._sisa) == laju.PALING_BANYAK


def test_everybody_begins_anew() -> None:
    ember = Laju(Jam())
    ember.take("rina", 1)
    ember.forget()
    assert ember.take("rina", 1) == 0
