//go:build tools

// Package alertmanager pins Alertmanager and its tool; see ../../go-modules.ts.
package alertmanager

import (
	_ "github.com/prometheus/alertmanager/cmd/alertmanager"
	_ "github.com/prometheus/alertmanager/cmd/amtool"
)
