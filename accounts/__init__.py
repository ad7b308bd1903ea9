"""People: users with their roles, classrooms, demo accounts, the login pages."""
