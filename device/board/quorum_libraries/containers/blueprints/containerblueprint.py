# Libraries.Containers.Blueprints.ContainerBlueprint: what all containers of single values promise.

from quorum_libraries.containers.support.values import Values as ContainerBlueprint  # noqa: F401
