//go:build tools

// Package conftest pins the version of conftest that the benchmark builds.
package conftest

import _ "github.com/open-policy-agent/conftest"
