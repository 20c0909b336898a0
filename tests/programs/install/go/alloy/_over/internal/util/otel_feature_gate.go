package util

// SetupOtelFeatureGates has nothing to set: no component here asks for a gate.
func SetupOtelFeatureGates() error { return nil }
