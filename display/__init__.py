"""The beamer page, the teacher's desk, websocket consumers, snapshots."""
