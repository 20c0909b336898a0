//go:build tools

// Package loki pins Loki and the parser of its query language; see ../../go-programs.ts.
package loki

import _ "github.com/grafana/loki/v3/cmd/loki"
