package otelcol

// No component here needs what this file defines.
