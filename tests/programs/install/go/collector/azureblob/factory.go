// Package azureblob takes the settings of the exporter azure_blob, refuses those that it refuses, and sends nothing: no
// test has a storage account.
package azureblob

import (
	"context"
	"errors"
	"fmt"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/config/configoptional"
	"go.opentelemetry.io/collector/config/configretry"
	"go.opentelemetry.io/collector/exporter"
	"go.opentelemetry.io/collector/exporter/exporterhelper"
	"go.opentelemetry.io/collector/pdata/plog"
)

type config struct {
	Queue       configoptional.Optional[exporterhelper.QueueBatchConfig] `mapstructure:"sending_queue"`
	Timeout     exporterhelper.TimeoutConfig                             `mapstructure:",squash"`
	Retry       configretry.BackOffConfig                                `mapstructure:"retry_on_failure"`
	URL         string                                                   `mapstructure:"url"`
	Container   bySignal                                                 `mapstructure:"container"`
	Auth        auth                                                     `mapstructure:"auth"`
	Names       names                                                    `mapstructure:"blob_name_format"`
	Format      string                                                   `mapstructure:"format"`
	Append      appending                                                `mapstructure:"append_blob"`
	Compression string                                                   `mapstructure:"compression"`
	Encodings   bySignal                                                 `mapstructure:"encodings"`
}

type bySignal struct {
	Logs    string `mapstructure:"logs"`
	Metrics string `mapstructure:"metrics"`
	Traces  string `mapstructure:"traces"`
}

type auth struct {
	Type               string `mapstructure:"type"`
	TenantID           string `mapstructure:"tenant_id"`
	ClientID           string `mapstructure:"client_id"`
	ClientSecret       string `mapstructure:"client_secret"`
	ConnectionString   string `mapstructure:"connection_string"`
	FederatedTokenFile string `mapstructure:"federated_token_file"`
}

type names struct {
	Logs            string            `mapstructure:"logs_format"`
	Metrics         string            `mapstructure:"metrics_format"`
	Traces          string            `mapstructure:"traces_format"`
	Serial          bool              `mapstructure:"serial_num_enabled"`
	SerialRange     int64             `mapstructure:"serial_num_range"`
	SerialFirst     bool              `mapstructure:"serial_num_before_extension"`
	Timezone        string            `mapstructure:"timezone"`
	Template        bool              `mapstructure:"template_enabled"`
	TimeParser      bool              `mapstructure:"time_parser_enabled"`
	TimeParserRange []string          `mapstructure:"time_parser_ranges"`
	Params          map[string]string `mapstructure:"params"`
}

type appending struct {
	Enabled   bool   `mapstructure:"enabled"`
	Separator string `mapstructure:"separator"`
}

// NewFactory makes the stand-in, for logs alone.
func NewFactory() exporter.Factory {
	return exporter.NewFactory(
		component.MustNewType("azure_blob"),
		func() component.Config {
			return &config{
				Queue:   configoptional.Default(exporterhelper.NewDefaultQueueConfig()),
				Timeout: exporterhelper.NewDefaultTimeoutConfig(),
				Retry:   configretry.NewDefaultBackOffConfig(),
				Auth:    auth{Type: "connection_string"},
				Format:  "json",
			}
		},
		exporter.WithLogs(
			func(ctx context.Context, settings exporter.Settings, chosen component.Config) (exporter.Logs, error) {
				c := chosen.(*config)
				return exporterhelper.NewLogs(ctx, settings, chosen, drop,
					exporterhelper.WithQueue(c.Queue), exporterhelper.WithRetry(c.Retry), exporterhelper.WithTimeout(c.Timeout))
			},
			component.StabilityLevelAlpha,
		),
	)
}

func drop(context.Context, plog.Logs) error { return nil }

// Validate refuses what the exporter refuses before it starts.
func (c *config) Validate() error {
	required := map[string]map[string]string{
		"connection_string":       {"connection_string": c.Auth.ConnectionString},
		"service_principal":       {"url": c.URL, "tenant_id": c.Auth.TenantID, "client_id": c.Auth.ClientID, "client_secret": c.Auth.ClientSecret},
		"system_managed_identity": {"url": c.URL},
		"user_managed_identity":   {"url": c.URL, "client_id": c.Auth.ClientID},
		"workload_identity":       {"url": c.URL, "tenant_id": c.Auth.TenantID, "client_id": c.Auth.ClientID, "federated_token_file": c.Auth.FederatedTokenFile},
	}
	keys, known := required[c.Auth.Type]
	if !known {
		return fmt.Errorf("auth.type: expected a kind of credentials, got %q", c.Auth.Type)
	}
	var problems []error
	for key, value := range keys {
		if value == "" {
			problems = append(problems, fmt.Errorf("%s: expected a value with auth.type %s, got none", key, c.Auth.Type))
		}
	}
	if c.Format != "json" && c.Format != "proto" {
		problems = append(problems, fmt.Errorf("format: expected json or proto, got %q", c.Format))
	}
	if c.Compression != "" && c.Compression != "gzip" && c.Compression != "zstd" {
		problems = append(problems, fmt.Errorf("compression: expected gzip, zstd or none, got %q", c.Compression))
	}
	return errors.Join(problems...)
}
