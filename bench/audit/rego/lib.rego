# What the policies share: the pod of a Deployment and its containers, as the restricted profile reads them.
package main

import rego.v1

# The only rule that conftest asks for: it evaluates a document anew for each clause of each.
deny contains finding if some finding in findings

pod := input.spec.template.spec

containers contains {"at": sprintf("%s[%d]", [list, index]), "is": container} if {
	some list in ["containers", "initContainers", "ephemeralContainers"]
	some index, container in pod[list]
}

lasting contains container if {
	some container in containers
	startswith(container.at, "containers[")
}

images contains {"at": sprintf("%s.image", [container.at]), "is": object.get(container.is, "image", "")} if {
	some container in containers
}

images contains {"at": sprintf("volumes[%d].image.reference", [index]), "is": volume.image.reference} if {
	some index, volume in pod.volumes
}

# A setting of the container's security context or, where it has none, of the pod's.
security(container, setting) := value if {
	value := container.is.securityContext[setting]
} else := value if {
	value := pod.securityContext[setting]
}

message(at, expected) := sprintf("%s: %s: expected %s", [input.metadata.name, at, expected])
