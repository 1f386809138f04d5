"""The settings of the site, with the address of the floor beside the real ones."""

from akuntabel.config.settings import *  # noqa: F403 — the same site, but for one line

ROOT_URLCONF = "benchmarks.alamat_sel"
