from quorum_runtime.objects import Object as Object
