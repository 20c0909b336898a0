// Package loki converts nothing: a configuration is checked without any line of log.
package loki

// ConvertEntryToLogRecord does nothing.
func ConvertEntryToLogRecord[Entry, Record, Labels any](*Entry, *Record, Labels, bool) {}
