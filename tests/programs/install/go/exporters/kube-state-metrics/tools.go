//go:build tools

// Package kubestatemetrics pins the exporter of the state of Kubernetes' objects; see ../../../go-modules.ts.
package kubestatemetrics

import _ "k8s.io/kube-state-metrics/v2"
