"""Boards: the serial link, the execution engine, the virtual board, the files on a board."""
