//go:build tools

// Package nginx pins the exporter of nginx's figures; see ../../../go-modules.ts.
package nginx

import _ "github.com/nginx/nginx-prometheus-exporter"
