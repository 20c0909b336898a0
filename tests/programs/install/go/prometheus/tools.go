//go:build tools

// Package prometheus pins Prometheus and its tool; see ../../go-modules.ts.
package prometheus

import (
	_ "github.com/prometheus/prometheus/cmd/prometheus"
	_ "github.com/prometheus/prometheus/cmd/promtool"
)
