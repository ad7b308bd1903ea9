"""How CSS, JavaScript and fonts are named and compressed."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Files with a hash in their name, so that a browser keeps them, and compressed beforehand.

    A page must not fall over because a build product is missing: it asks for the name without a
    hash then, and the browser's console says what was not found.
    """

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        try:
            return super().stored_name(name)
        except ValueError:
            return name
