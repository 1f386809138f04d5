"""The app of work done in the background."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    name = "akuntabel.platform.tasks"
    label = "tasks"
    verbose_name = "tugas latar"
