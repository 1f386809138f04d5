"""Elections: their stages and dates, voters in aggregates, disputes and incidents."""

from django.apps import AppConfig


class KepemiluanConfig(AppConfig):
    name = "akuntabel.siklus.kepemiluan"
    label = "kepemiluan"
    verbose_name = "kepemiluan"

    def ready(self) -> None:
        """Formulas may name what is counted from stages and cases."""
        # Models can be imported only now.
        from akuntabel.siklus.kepemiluan.catatan import read_catatan
        from akuntabel.siklus.pengukuran.sumber_hitung import register_pembaca

        register_pembaca(read_catatan)
