# Each container by itself.
package main

import rego.v1

registry := "bench.azurecr.io"

# container-hardened
findings contains message(container.at, "allowPrivilegeEscalation: false") if {
	some container in containers
	object.get(container.is, ["securityContext", "allowPrivilegeEscalation"], true) != false
}

findings contains message(container.at, "capabilities.drop: ALL") if {
	some container in containers
	not "ALL" in object.get(container.is, ["securityContext", "capabilities", "drop"], [])
}

findings contains message(container.at, "NET_BIND_SERVICE at most") if {
	some container in containers
	some capability in container.is.securityContext.capabilities.add
	capability != "NET_BIND_SERVICE"
}

# pod-not-privileged
findings contains message(container.at, "an unprivileged container") if {
	some container in containers
	container.is.securityContext.privileged
}

findings contains message(container.at, "no host process") if {
	some container in containers
	container.is.securityContext.windowsOptions.hostProcess
}

findings contains message(container.at, "procMount: Default") if {
	some container in containers
	container.is.securityContext.procMount != "Default"
}

# container-read-only-root
findings contains message(container.at, "readOnlyRootFilesystem: true") if {
	some container in containers
	object.get(container.is, ["securityContext", "readOnlyRootFilesystem"], false) != true
}

# container-non-root
findings contains message(container.at, "runAsNonRoot: true") if {
	some container in containers
	not security(container, "runAsNonRoot") == true
}

findings contains message(container.at, "another user than root") if {
	some container in containers
	security(container, "runAsUser") == 0
}

# container-seccomp
findings contains message(container.at, "a seccomp profile") if {
	some container in containers
	not confined(container)
}

confined(container) if security(container, "seccompProfile").type in {"RuntimeDefault", "Localhost"}

# container-image-pinned
findings contains message(image.at, "an image by digest") if {
	some image in images
	not regex.match(`@sha256:[0-9a-f]{64}$`, image.is)
}

# container-image-own-registry
findings contains message(image.at, "an image of the registry") if {
	some image in images
	not startswith(lower(image.is), concat("", [registry, "/"]))
}

# container-image-pull-policy
findings contains message(container.at, "an image that is pulled") if {
	some container in containers
	container.is.imagePullPolicy == "Never"
}

# container-resources
findings contains message(container.at, sprintf("a request of %s", [resource])) if {
	some container in containers
	not startswith(container.at, "ephemeral")
	some resource in ["cpu", "memory"]
	not container.is.resources.requests[resource]
	not container.is.resources.limits[resource]
}

findings contains message(container.at, "a limit of memory") if {
	some container in containers
	not startswith(container.at, "ephemeral")
	not container.is.resources.limits.memory
}

# container-probes
findings contains message(container.at, probe) if {
	some container in lasting
	some probe in ["livenessProbe", "readinessProbe"]
	not container.is[probe]
}

# container-no-debug
findings contains message(container.at, "no debug container") if {
	some container in containers
	startswith(container.at, "ephemeral")
}

findings contains message(container.at, sprintf("no %s", [terminal])) if {
	some container in containers
	some terminal in ["stdin", "tty"]
	container.is[terminal]
}

# container-mounts
findings contains message(container.at, "mountPropagation: None") if {
	some container in containers
	some mount in container.is.volumeMounts
	object.get(mount, "mountPropagation", "None") != "None"
}

findings contains message(container.at, "a directory of the application") if {
	some container in containers
	some mount in container.is.volumeMounts
	trim_right(mount.mountPath, "/") in {"", "/proc", "/sys", "/dev", "/var/run/docker.sock", "/run/containerd"}
}

findings contains message(container.at, "a path inside the volume") if {
	some container in containers
	some mount in container.is.volumeMounts
	some path in ["subPath", "subPathExpr"]
	".." in split(mount[path], "/")
}
