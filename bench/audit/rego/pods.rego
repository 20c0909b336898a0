# The pod as a whole.
package main

import rego.v1

# pod-host-isolated
findings contains message(shared, "false") if {
	some shared in ["hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace"]
	pod[shared]
}

findings contains message(container.at, "no port of the node") if {
	some container in containers
	some port in container.is.ports
	object.get(port, "hostPort", 0) != 0
}

findings contains message(container.at, "no address of the node") if {
	some container in containers
	some port in container.is.ports
	object.get(port, "hostIP", "") != ""
}

findings contains message(container.at, "no other host than the pod") if {
	some container in containers
	some hook in [
		["livenessProbe"],
		["readinessProbe"],
		["startupProbe"],
		["lifecycle", "postStart"],
		["lifecycle", "preStop"],
	]
	some action in ["httpGet", "tcpSocket"]
	object.get(container.is, array.concat(hook, [action, "host"]), "") != ""
}

# pod-volume-types
findings contains message(sprintf("volumes[%d]", [index]), "a volume of the restricted profile") if {
	some index, volume in pod.volumes
	some source, _ in volume
	not source in {
		"name",
		"configMap",
		"csi",
		"downwardAPI",
		"emptyDir",
		"ephemeral",
		"image",
		"persistentVolumeClaim",
		"projected",
		"secret",
	}
}

# pod-empty-dir-bounded
findings contains message(sprintf("volumes[%d]", [index]), "a sizeLimit") if {
	some index, volume in pod.volumes
	volume.emptyDir
	not volume.emptyDir.sizeLimit
}

# service-account-token-short-lived
findings contains message(sprintf("volumes[%d]", [index]), "a token of an hour at most") if {
	some index, volume in pod.volumes
	some source in volume.projected.sources
	source.serviceAccountToken.expirationSeconds > 3600
}

# workload-service-account
findings contains message("serviceAccountName", "an account of its own") if {
	object.get(pod, "serviceAccountName", "default") in {"", "default"}
}

findings contains message("automountServiceAccountToken", "false") if {
	object.get(pod, "automountServiceAccountToken", true) != false
}

# pod-no-service-links
findings contains message("enableServiceLinks", "false") if {
	object.get(pod, "enableServiceLinks", true) != false
}

# pod-name-resolution
findings contains message("dnsPolicy", "the DNS of the cluster") if {
	not object.get(pod, "dnsPolicy", "ClusterFirst") in {"ClusterFirst", "ClusterFirstWithHostNet"}
}

findings contains message("dnsConfig.nameservers", "none") if count(pod.dnsConfig.nameservers) > 0

findings contains message("hostAliases", "none") if count(pod.hostAliases) > 0

# pod-scheduling
findings contains message("nodeName", "none") if object.get(pod, "nodeName", "") != ""

findings contains message("priorityClassName", "a priority of applications") if {
	regex.match(`^system-(cluster|node)-critical$`, pod.priorityClassName)
}

findings contains message("nodeSelector", "a worker node") if {
	some key, _ in pod.nodeSelector
	control_plane(key)
}

findings contains message("tolerations", "a worker node") if {
	some toleration in pod.tolerations
	control_plane(object.get(toleration, "key", ""))
}

findings contains message("affinity", "a worker node") if {
	affinity := pod.affinity.nodeAffinity
	terms := array.concat(
		object.get(affinity, ["requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms"], []),
		[term.preference | some term in affinity.preferredDuringSchedulingIgnoredDuringExecution],
	)
	some term in terms
	some expression in term.matchExpressions
	expression.operator in {"In", "Exists"}
	control_plane(expression.key)
}

control_plane(key) if key == ""

control_plane(key) if regex.match(`^node-role\.kubernetes\.io/(control-plane|master)$`, key)

# pod-kernel-confined
findings contains message("sysctls", "a setting of the pod's own") if {
	some sysctl in pod.securityContext.sysctls
	not sysctl.name in {
		"kernel.shm_rmid_forced",
		"net.ipv4.ip_local_port_range",
		"net.ipv4.ip_local_reserved_ports",
		"net.ipv4.ip_unprivileged_port_start",
		"net.ipv4.ping_group_range",
		"net.ipv4.tcp_fin_timeout",
		"net.ipv4.tcp_keepalive_intvl",
		"net.ipv4.tcp_keepalive_probes",
		"net.ipv4.tcp_keepalive_time",
		"net.ipv4.tcp_syncookies",
	}
}

findings contains message("annotations", "an AppArmor profile") if {
	some key, "unconfined" in input.spec.template.metadata.annotations
	startswith(key, "container.apparmor.security.beta.kubernetes.io/")
}

findings contains message(place.at, "an AppArmor profile") if {
	some place in contexts
	place.is.appArmorProfile.type == "Unconfined"
}

findings contains message(place.at, "an SELinux type of containers") if {
	some place in contexts
	not place.is.seLinuxOptions.type in {
		"",
		"container_t",
		"container_init_t",
		"container_kvm_t",
		"container_engine_t",
	}
	place.is.seLinuxOptions.type
}

findings contains message(place.at, "no SELinux identity") if {
	some place in contexts
	some identity in ["user", "role"]
	object.get(place.is, ["seLinuxOptions", identity], "") != ""
}

contexts contains {"at": "securityContext", "is": pod.securityContext}

contexts contains {"at": container.at, "is": container.is.securityContext} if some container in containers

# pod-graceful-stop
findings contains message("terminationGracePeriodSeconds", "a second at least") if {
	pod.terminationGracePeriodSeconds < 1
}

findings contains message(container.at, "a second at least") if {
	some container in containers
	some probe in ["livenessProbe", "startupProbe"]
	container.is[probe].terminationGracePeriodSeconds < 1
}
