"""Entry of a WSGI server: ``akuntabel serve`` starts granian with it; gunicorn and others work as well."""

import os

from django.core.wsgi import get_wsgi_application

from akuntabel.doors.cli.induk import follow_induk

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "akuntabel.config.settings")
follow_induk()
application = get_wsgi_application()
