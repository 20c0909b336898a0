//go:build tools

// Package node pins the exporter of a node's figures; see ../../../go-modules.ts.
package node

import _ "github.com/prometheus/node_exporter"
