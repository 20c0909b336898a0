//go:build tools

// Package mysqld pins the exporter of MariaDB's figures; see ../../../go-modules.ts.
package mysqld

import _ "github.com/prometheus/mysqld_exporter"
