"""Missions: their content, runs of a mission in a classroom, checks, scoring, configuration."""
