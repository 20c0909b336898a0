# The Deployment around the pod, and secrets in clear.
package main

import rego.v1

# workload-namespace
findings contains message("metadata.namespace", "a namespace of the application") if {
	object.get(input.metadata, "namespace", "default") in {"", "default", "kube-system", "kube-public"}
}

# workload-replicas-spread
findings contains message("topologySpreadConstraints", "replicas over the zones") if {
	object.get(input.spec, "replicas", 1) > 1
	not spread
}

spread if {
	some constraint in pod.topologySpreadConstraints
	constraint.topologyKey == "topology.kubernetes.io/zone"
}

spread if {
	some term in pod.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution
	term.topologyKey == "topology.kubernetes.io/zone"
}

spread if {
	some term in pod.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution
	term.podAffinityTerm.topologyKey == "topology.kubernetes.io/zone"
}

# workload-rollout
findings contains message("paused", "false") if input.spec.paused

findings contains message("strategy.type", "RollingUpdate") if {
	object.get(input.spec, "replicas", 1) != 1
	object.get(input.spec, ["strategy", "type"], "RollingUpdate") != "RollingUpdate"
}

findings contains message("strategy.rollingUpdate.maxUnavailable", "fewer than all replicas") if {
	input.spec.strategy.rollingUpdate.maxUnavailable in {input.spec.replicas, "100%"}
}

# claim-storage-class
findings contains message(sprintf("volumes[%d]", [index]), "a storage class") if {
	some index, volume in pod.volumes
	volume.ephemeral
	object.get(volume, ["ephemeral", "volumeClaimTemplate", "spec", "storageClassName"], "") == ""
}

# env-no-plain-secret
secret_name := `(?i)(^|[_.-])(passwords?|passwd|pwd|passphrase|secrets?|tokens?|api_?key|private_?key|access_?key|credentials?|connection_?string)($|[_.-])`

secret_text := `(?i)(-----BEGIN [A-Z ]*PRIVATE KEY-----|AccountKey=|SharedAccessKey=|://[^/\s:@]+:[^/\s@]+@|AKIA[0-9A-Z]{16}|gh[pousr]_[0-9A-Za-z]{36}|eyJ[\w-]+\.[\w-]+\.[\w-]+)`

findings contains message(container.at, sprintf("a secret for %s", [variable.name])) if {
	some container in containers
	some variable in container.is.env
	object.get(variable, "value", "") != ""
	regex.match(secret_name, variable.name)
}

findings contains message(container.at, sprintf("a secret for %s", [variable.name])) if {
	some container in containers
	some variable in container.is.env
	regex.match(secret_text, variable.value)
}

findings contains message(container.at, "no secret in a command") if {
	some container in containers
	some list in ["command", "args"]
	some word in container.is[list]
	regex.match(secret_text, word)
}

# metadata-no-plain-secret
findings contains message("metadata", "no secret") if {
	some metadata in [input.metadata, input.spec.template.metadata]
	some list in ["labels", "annotations"]
	some key, value in metadata[list]
	secret_like(key, value)
}

secret_like(key, _) if regex.match(secret_name, key)

secret_like(_, value) if regex.match(secret_text, value)
