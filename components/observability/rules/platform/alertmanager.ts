import type { RuleGroup } from "../rule";
import { BLIND, logsOf, podsOf, PREVIOUS } from "./texts";

const JOB = 'job="alertmanager"';
const PODS = podsOf("alertmanager");
const LOGS = logsOf("alertmanager");

/** Fires where more than a share of the messages of some ways do not arrive. */
const failing = (integrations: string, share: number) =>
    `sum by (integration) (rate(alertmanager_notifications_failed_total{${JOB}, integration${integrations}}[15m]))
  / sum by (integration) (rate(alertmanager_notifications_total{${JOB}}[15m])) > ${share.toString()}`;

/** Whether people are told. */
export const alertmanagerAlerts: RuleGroup = {
    name: "platform-alertmanager",
    title: "Alertmanager : les alertes arrivent à quelqu’un",
    alerts: [
        {
            alert: "AlertmanagerReloadFailed",
            expr: `max by (instance) (alertmanager_config_last_reload_successful{${JOB}}) == 0`,
            for: "10m",
            severity: "warning",
            team: "plateforme",
            summary: "Alertmanager {{ $labels.instance }} refuse sa configuration",
            description: "Il garde l’ancienne, ou n’en a pas s’il vient de démarrer.",
            runbook: {
                meaning: "La dernière lecture de `alertmanager.yml` ou des textes des messages a échoué.",
                impact: "Les routes nouvelles n’existent pas pour lui : des alertes peuvent aller à la mauvaise équipe.",
                checks: [LOGS, "Vérifier le code : `npm test -- tests/programs/alertmanager.test.ts`."],
                remedies: ["Corriger ce que nomme le message, puis appliquer.", PREVIOUS],
            },
        },
        {
            alert: "AlertmanagerReplicaMissing",
            expr: `count(up{${JOB}} == 1) != 3`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Il manque des répliques d’Alertmanager",
            description: "{{ $value }} répliques répondent au lieu de trois.",
            runbook: {
                meaning: "Un pod d’Alertmanager ne tourne pas, ou Prometheus ne l’atteint pas.",
                impact: "Les alertes partent encore, par les répliques qui restent.",
                checks: [PODS, LOGS],
                remedies: [
                    "Secret absent du coffre : le déposer (`docs/alertes-astreinte.md`), puis supprimer le pod.",
                    "Place sur les nœuds : chaque réplique veut un nœud à elle.",
                ],
            },
        },
        {
            alert: "AlertmanagerMembersInconsistent",
            expr: `max by (instance) (alertmanager_cluster_members{${JOB}}) != 3`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Alertmanager {{ $labels.instance }} ne voit pas les autres répliques",
            description: "Il connaît {{ $value }} réplique(s) au lieu de trois, lui compris.",
            runbook: {
                meaning:
                    "Les répliques ne se parlent plus : certificat échu ou d’une autre autorité, flux refusé, ou pod arrêté.",
                impact: "Chaque réplique envoie pour elle-même : les appels arrivent en double, et un silence posé sur l’une n’existe pas pour les autres.",
                checks: [
                    PODS,
                    "Ce qu’il dit de ses pairs : `kubectl logs --namespace observability alertmanager-0 --container alertmanager | grep -i -E 'tls|join'`.",
                    "Date du certificat : `az keyvault secret show --vault-name COFFRE --name alertmanager-certificate --query attributes.expires`.",
                ],
                remedies: [
                    "Certificat échu : renouveler les secrets (`docs/rotation-secrets.md`).",
                    "Après un renouvellement : redémarrer les répliques, `kubectl rollout restart --namespace observability statefulset alertmanager`.",
                ],
            },
        },
        {
            alert: "AlertmanagerConfigInconsistent",
            expr: `count(count_values("hash", alertmanager_config_hash{${JOB}})) != 1`,
            for: "20m",
            severity: "warning",
            team: "plateforme",
            summary: "Les répliques d’Alertmanager n’ont pas la même configuration",
            description: "{{ $value }} configurations différentes sont en service.",
            runbook: {
                meaning:
                    "Une mise à jour s’est arrêtée en route : une part des répliques a l’ancienne configuration.",
                impact: "Selon la réplique qui envoie, une alerte ne va pas à la même équipe.",
                checks: [
                    PODS,
                    "L’avancement : `kubectl rollout status --namespace observability statefulset alertmanager`.",
                ],
                remedies: [
                    "Traiter ce qui empêche le pod suivant de démarrer, puis relancer `pulumi up`.",
                    PREVIOUS,
                ],
            },
        },
        {
            alert: "AlertmanagerCallsFailing",
            // Of the five beats of a quarter of an hour, one that goes astray is told by nobody.
            expr: failing('=~"pagerduty|webhook"', 0.5),
            for: "5m",
            severity: "critical",
            team: "plateforme",
            summary: "Les appels d’astreinte ne partent pas ({{ $labels.integration }})",
            description: "{{ $value | humanizePercentage }} des envois échouent depuis un quart d’heure.",
            runbook: {
                meaning:
                    "PagerDuty (`pagerduty`) ou le service du signal de vie (`webhook`) refuse les messages ou est injoignable.",
                impact: `Personne n’est appelé la nuit ; Slack fonctionne peut-être encore. ${BLIND}`,
                checks: [
                    "La raison : `sum by (integration, reason) (rate(alertmanager_notifications_failed_total[15m]))` ; `authError` désigne une clé refusée.",
                    LOGS,
                    "État du service : https://status.pagerduty.com.",
                ],
                remedies: [
                    "Clé refusée : en émettre une autre et la déposer dans le coffre (`docs/alertes-astreinte.md`).",
                    "Service injoignable : vérifier que le pare-feu laisse sortir vers son nom (`docs/flux.md`).",
                    "En attendant, une personne regarde Slack.",
                ],
            },
        },
        {
            alert: "AlertmanagerMessagesFailing",
            expr: failing('="slack"', 0.1),
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Les messages vers Slack ne partent pas",
            description:
                "{{ $value | humanizePercentage }} des envois de {{ $labels.integration }} échouent.",
            runbook: {
                meaning: "Slack refuse les messages (jeton, canal) ou est injoignable.",
                impact: "Les avertissements n’arrivent pas ; les appels d’astreinte partent encore.",
                checks: [
                    'La raison : `sum by (reason) (rate(alertmanager_notifications_failed_total{integration="slack"}[15m]))`.',
                    LOGS,
                ],
                remedies: [
                    "Jeton refusé : en émettre un autre et le déposer dans le coffre (`docs/alertes-astreinte.md`).",
                    "`channel_not_found` ou `not_in_channel` : créer le canal et y inviter l’application.",
                ],
            },
        },
    ],
};
