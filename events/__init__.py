"""The append-only event log: one door for everything that happens, numbered, replayable."""
