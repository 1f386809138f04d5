"""Screens of the rencana aksi: how the targets of a signed agreement are reached quarter by quarter."""
