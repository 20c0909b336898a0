//go:build tools

// Package alloy pins the module that the validator of the log agent's configuration is built from; see
// ../../go-modules.ts. In _over lie the validator, the few components that it knows, and what they need no more of
// Alloy for.
package alloy

import _ "github.com/grafana/alloy/cmd/validate"
