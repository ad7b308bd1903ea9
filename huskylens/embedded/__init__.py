"""The whole system in one process, for one laptop: what `make run` starts.

Web server in the main thread, Celery worker and beat in threads, a virtual board as a child
process.
"""
