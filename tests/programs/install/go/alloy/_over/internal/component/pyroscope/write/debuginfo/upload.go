package debuginfo

// See stub.go.
