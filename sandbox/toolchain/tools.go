//go:build tools

// Package toolchain pins the Pulumi CLI that the sandbox builds where none is installed; see ../engine-build.ts.
package toolchain

import _ "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
