import { eventsOver } from "../events";
import type { RuleGroup } from "../rule";

const JOB = 'job="log-metrics"';

const COLLECTOR_LOGS =
    "Ce que dit le collecteur : `kubectl logs --namespace observability --selector app.kubernetes.io/name=log-collector --container collector --tail 200`.";

/** Whether identifiers are masked before logs are kept. */
export const redactionAlerts: RuleGroup = {
    name: "security-redaction",
    title: "Le masquage des journaux",
    alerts: [
        {
            alert: "RedactionFailing",
            expr: `sum(rate(log_canaries_total{${JOB}, result="leaked"}[10m])) > 0`,
            severity: "critical",
            team: "securite",
            summary: "Des identifiants ne sont plus masqués dans les journaux",
            description:
                "Une ligne d’essai, avec un NIR inventé, est ressortie du collecteur sans être masquée.",
            runbook: {
                meaning:
                    "Toutes les trente secondes, une ligne d’essai passe par le collecteur. Celle-ci en est ressortie avec un de ses identifiants : de vrais peuvent passer aussi.",
                impact: "Des NIR, adresses ou numéros de téléphone de patients peuvent entrer dans Loki et dans l’archive immuable. C’est une violation de données possible (articles 33 et 34 du RGPD).",
                checks: [
                    "Depuis quand : `sum by (result) (rate(log_canaries_total[5m]))` sur la journée.",
                    COLLECTOR_LOGS,
                    "La dernière modification de `components/observability/logs/`.",
                ],
                remedies: [
                    "Revenir tout de suite à la version précédente du code et l’appliquer.",
                    "Prévenir le délégué à la protection des données : le délai de 72 heures court.",
                    "Chercher dans Loki ce qui est passé depuis, avec lui.",
                ],
            },
        },
        {
            alert: "RedactionUnproven",
            expr: `(sum(rate(log_canaries_total{${JOB}}[10m])) or vector(0)) == 0`,
            for: "10m",
            severity: "critical",
            team: "securite",
            summary: "On ne sait plus si les journaux sont masqués",
            description: "Aucune ligne d’essai n’est ressortie du collecteur depuis vingt minutes.",
            runbook: {
                meaning: "La sonde n’envoie plus sa ligne d’essai, ou le collecteur ne la compte plus.",
                impact: "Un masquage en panne passerait inaperçu. Les journaux eux-mêmes sont peut-être arrêtés.",
                checks: [
                    'La sonde : `probe_success{probe="redaction"}`.',
                    "Le collecteur : `kubectl get pods --namespace observability --selector app.kubernetes.io/name=log-collector`.",
                    COLLECTOR_LOGS,
                ],
                remedies: [
                    "Rétablir la sonde ou le collecteur, puis vérifier que `RedactionFailing` reste muette.",
                ],
            },
        },
        {
            alert: "RedactionBurst",
            expr: `sum by (namespace, workload) (${eventsOver(`log_redactions_total{${JOB}, kind="nir"}`, "1h")}) > 20`,
            severity: "warning",
            team: "securite",
            summary: "{{ $labels.namespace }}/{{ $labels.workload }} écrit des NIR dans ses journaux",
            description:
                '{{ $value | printf "%.0f" }} lignes d’une heure en contenaient ; ils ont été masqués.',
            runbook: {
                meaning:
                    "Un programme écrit des numéros de sécurité sociale dans ses journaux. Le collecteur les masque, mais la source ne devrait pas les écrire.",
                impact: "Rien n’est sorti. Les lignes en clair restent toutefois sur le nœud jusqu’à leur rotation, et une autre forme du numéro pourrait passer.",
                checks: [
                    'Les lignes, masquées : dans Grafana, source Loki, `{workload="openmrs-backend"} |= "[NIR]"`.',
                    "Ce qui a changé dans ce programme : version, niveau de journal, module ajouté.",
                ],
                remedies: [
                    "Ramener le niveau de journal de ce programme à INFO ou au-dessus.",
                    "Signaler le défaut à ceux qui font le module.",
                ],
            },
        },
    ],
};
