"""Addresses of these screens."""

from django.urls import URLPattern

daftar_url: list[URLPattern] = []
