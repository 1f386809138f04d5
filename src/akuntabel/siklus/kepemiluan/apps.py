"""Elections: their stages and dates, voters in aggregates, disputes and incidents."""

from django.apps import AppConfig


class KepemiluanConfig(AppConfig):
    name = "akuntabel.siklus.kepemiluan"
    label = "kepemiluan"
    verbose_name = "kepemiluan"
