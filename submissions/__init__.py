"""Submissions: the queue, results, ranking, and the pages on which students work."""
