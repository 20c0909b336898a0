/** Before a colon, in French. */
const SPACE = "\u00a0";

/** Alerts that one message tells in full. */
const MOST = 10;

/**
 * The texts of all messages, for Alertmanager. They show an alert's own sentences, which hold no personal data, and none of
 * its labels by themselves. The clock is that of Paris.
 */
export const MESSAGES = `{{ define "message.gravite" -}}
{{ if eq . "critical" }}CRITIQUE{{ else if eq . "warning" }}AVERTISSEMENT{{ else if eq . "info" }}INFORMATION{{ else }}ALERTE{{ end }}
{{- end }}

{{ define "message.resume" }}{{ or .Annotations.summary .Labels.alertname }}{{ end }}

{{ define "message.instant" }}{{ . | tz "Europe/Paris" | date "02/01/2006 à 15:04" }}{{ end }}

{{ define "message.titre" -}}
{{ if .Alerts.Firing }}{{ $premiere := index .Alerts.Firing 0 -}}
[{{ template "message.gravite" $premiere.Labels.severity }}] {{ template "message.resume" $premiere }}
{{- if gt (len .Alerts.Firing) 1 }} ({{ len .Alerts.Firing }} alertes){{ end }}
{{- else -}}
[RÉSOLU] {{ template "message.resume" (index .Alerts.Resolved 0) }}
{{- if gt (len .Alerts.Resolved) 1 }} ({{ len .Alerts.Resolved }} alertes){{ end }}
{{- end }}
{{- end }}

{{ define "message.couleur" -}}
{{ if not .Alerts.Firing }}good{{ else if eq (index .Alerts.Firing 0).Labels.severity "critical" }}danger{{ else }}warning{{ end }}
{{- end }}

{{ define "message.en-cours" -}}
{{ range $rang, $alerte := .Alerts.Firing }}{{ if lt $rang ${MOST.toString()} -}}
{{ template "message.resume" . }}
{{ with .Annotations.description }}{{ . }}
{{ end }}Depuis le {{ template "message.instant" .StartsAt }}
{{ with .Annotations.runbook_url }}Conduite à tenir${SPACE}: {{ . }}
{{ end }}
{{ end }}{{ end }}
{{- if gt (len .Alerts.Firing) ${MOST.toString()} }}… et d’autres${SPACE}: {{ len .Alerts.Firing }} alertes en tout.
{{ end }}
{{- end }}

{{ define "message.resolues" -}}
{{ range $rang, $alerte := .Alerts.Resolved }}{{ if lt $rang ${MOST.toString()} -}}
{{ template "message.resume" . }}${SPACE}: résolu le {{ template "message.instant" .EndsAt }}, après un début le {{ template "message.instant" .StartsAt }}
{{ end }}{{ end }}
{{- if gt (len .Alerts.Resolved) ${MOST.toString()} }}… et d’autres${SPACE}: {{ len .Alerts.Resolved }} alertes résolues en tout.
{{ end }}
{{- end }}

{{ define "message.texte" -}}
{{ template "message.en-cours" . }}
{{- if and .Alerts.Firing .Alerts.Resolved }}Résolues depuis${SPACE}:
{{ end }}
{{- template "message.resolues" . }}
{{- end }}
`;
