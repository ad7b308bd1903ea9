"""Set-up of a fresh machine, in small steps that are skipped when nothing changed.

Standard library only: it runs before any package is installed.
"""
