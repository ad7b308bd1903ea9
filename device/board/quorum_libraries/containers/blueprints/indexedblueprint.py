# Libraries.Containers.Blueprints.IndexedBlueprint: what Array and List promise.

from quorum_libraries.containers.support.values import Sequence as IndexedBlueprint  # noqa: F401
