"""What the queue and its surroundings cost, on SQLite and on PostgreSQL, against the aims."""
