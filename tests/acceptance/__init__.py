"""The system as people start it: real processes, real servers, a real browser. Few and slow."""
