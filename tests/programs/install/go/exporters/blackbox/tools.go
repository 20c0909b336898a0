//go:build tools

// Package blackbox pins the blackbox exporter; see ../../../go-modules.ts.
package blackbox

import _ "github.com/prometheus/blackbox_exporter"
