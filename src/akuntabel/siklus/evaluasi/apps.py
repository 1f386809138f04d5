"""The evaluation of the cycle: LKE, score, recommendations and what came of them."""

from django.apps import AppConfig


class EvaluasiConfig(AppConfig):
    name = "akuntabel.siklus.evaluasi"
    label = "evaluasi"
    verbose_name = "evaluasi"
