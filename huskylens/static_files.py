"""How CSS, JavaScript and fonts are named and compressed."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Files with a hash in their name, so that a browser keeps them, and compressed beforehand.

    A page must not fall over because a build product is missing: the name without a hash is used
    then, and the browser's console says what it did not find.
    """

    manifest_strict = False
