"""The app of people who sign in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "akuntabel.platform.accounts"
    label = "accounts"
    verbose_name = "pengguna"
