"""A mistake in a mission folder, told to the teacher who wrote it."""


class ContentError(Exception):
    """Names the file (with its folder), the field where there is one, and what to do."""

    def __init__(self, file: str, field: str, problem: str) -> None:
        place = f"{file}, {field}" if field else file
        super().__init__(f"{place}: {problem}")
        self.file = file
        self.field = field
        self.problem = problem
