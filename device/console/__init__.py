"""What `manage.py board` does: a technician at a terminal, on the machine that has the boards."""
