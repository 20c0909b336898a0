//go:build tools

// Package kwok pins the simulator of the sandbox's nodes, apart: it needs older modules than the cluster; see ../tools.ts.
package kwok

import _ "sigs.k8s.io/kwok/cmd/kwok"
