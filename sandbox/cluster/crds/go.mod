module audioprothese/sandbox/cluster/crds

go 1.26.0

require (
	github.com/cilium/cilium v1.18.6
	istio.io/api v1.30.1
	k8s.io/autoscaler/vertical-pod-autoscaler v1.7.0
	sigs.k8s.io/gateway-api v1.5.1
)
