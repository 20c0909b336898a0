import type { Dashboard } from "../kit/dashboard";
import { betterFrom, greenFrom, redFrom, worseFrom } from "../kit/looks";
import { bars, curves, stat } from "../kit/metrics";
import { table } from "../kit/tables";
import { errorsOf, LATENCY_LIMITS, percentile, requestsOf, SPANS } from "./openmrs-queries";

const FIRING = 'ALERTS{alertstate="firing"';

const probe = (name: string) => `min(probe_success{job="blackbox", probe="${name}"})`;

const ANSWERS = ["Répond", "Ne répond pas"] as const;

/** On one screen: whether the platform is well. */
export const overview = (): Dashboard => ({
    uid: "overview",
    title: "Vue d’ensemble",
    description: "La plateforme va-t-elle bien ? Tout ce qui est vert peut attendre.",
    folder: "exploitation",
    from: "now-6h",
    sections: [
        {
            title: "La plateforme va-t-elle bien ?",
            panels: [
                stat({
                    title: "Alertes critiques",
                    description:
                        "Alertes qui appellent quelqu’un à toute heure. Rouge : ouvrir la première ligne du tableau des alertes et suivre sa conduite à tenir.",
                    expr: `count(${FIRING}, severity="critical"}) or vector(0)`,
                    unit: "none",
                    limits: redFrom(1),
                }),
                stat({
                    title: "Avertissements",
                    description:
                        "Alertes qui attendent les heures ouvrées. Orange : les traiter dans la journée.",
                    expr: `count(${FIRING}, severity="warning"}) or vector(0)`,
                    unit: "none",
                    limits: worseFrom(1, 10),
                }),
                stat({
                    title: "Page d’accueil",
                    description:
                        "La page d’OpenMRS, demandée par la passerelle comme le fait un navigateur. Rouge : personne ne peut travailler.",
                    alerts: ["HomePageUnreachable"],
                    expr: probe("home"),
                    unit: "none",
                    words: ANSWERS,
                }),
                stat({
                    title: "Ouverture de session",
                    description:
                        "Le service de session, de la passerelle au serveur. Rouge alors que la page d’accueil répond : regarder le serveur et la base.",
                    alerts: ["SessionUnreachable"],
                    expr: probe("session"),
                    unit: "none",
                    words: ANSWERS,
                }),
                stat({
                    title: "Serveur OpenMRS",
                    description:
                        "Les pages de santé du serveur. Rouge : il démarre encore, ou il est arrêté.",
                    alerts: ["OpenmrsDown", "OpenmrsNotStarted"],
                    expr: probe("openmrs-backend"),
                    unit: "none",
                    words: ANSWERS,
                }),
                stat({
                    title: "Base de données",
                    description:
                        "L’exporteur atteint chaque serveur de la base. Rouge : l’un d’eux au moins ne répond pas ; voir le tableau de bord de la base.",
                    alerts: ["DatabaseDown"],
                    expr: 'min(mysql_up{job=~"mariadb|mysql"})',
                    unit: "none",
                    words: ANSWERS,
                }),
                stat({
                    title: "Nœuds prêts",
                    description:
                        "Part des nœuds que Kubernetes dit prêts. Rouge : docs/perte-d-un-noeud.md dit quoi faire.",
                    alerts: ["NodeNotReady"],
                    expr: 'sum(max by (node) (kube_node_status_condition{job="kube-state-metrics", condition="Ready", status="true"})) / count(max by (node) (kube_node_info{job="kube-state-metrics"}))',
                    unit: "percentunit",
                    decimals: 0,
                    limits: betterFrom(0.8, 1),
                }),
                stat({
                    title: "Pods qui ne sont pas prêts",
                    description:
                        "Pods qui tournent sans prendre de demandes. Un chiffre qui dure : voir le tableau de bord du cluster.",
                    alerts: ["PodNotReady"],
                    expr: 'count(max by (namespace, pod) (kube_pod_status_ready{job="kube-state-metrics", condition="true"}) == 0 and on (namespace, pod) max by (namespace, pod) (kube_pod_status_phase{job="kube-state-metrics", phase=~"Pending|Running|Unknown"}) == 1) or vector(0)',
                    unit: "none",
                    limits: worseFrom(1, 3),
                }),
                stat({
                    title: "Journaux reçus",
                    description:
                        "Lignes par seconde, tous flux confondus. Rouge : plus rien n’arrive ; voir Journaux et sécurité.",
                    alerts: ["AuditLogGap", "LogAgentDown"],
                    expr: 'sum(rate(log_lines_total{job="log-metrics"}[5m])) or vector(0)',
                    unit: "cps",
                    decimals: 1,
                    limits: greenFrom(0.01),
                }),
                stat({
                    title: "Fuites du caviardage",
                    description:
                        "Une ligne d’essai aux identifiants inventés doit ressortir masquée. Rouge : elle est ressortie en clair depuis que les collecteurs ont démarré ; prévenir l’équipe sécurité tout de suite.",
                    alerts: ["RedactionFailing"],
                    expr: 'sum(log_canaries_total{job="log-metrics", result="leaked"}) or vector(0)',
                    unit: "none",
                    decimals: 0,
                    limits: redFrom(1),
                }),
                stat({
                    title: "Dernière sauvegarde",
                    description:
                        "Âge de la plus ancienne des dernières sauvegardes réussies. Rouge au-delà de 26 heures. « Aucune donnée » : aucune tâche de sauvegarde n’a encore réussi.",
                    alerts: ["BackupTooOld", "BackupNeverSucceeded"],
                    expr: 'time() - min(max by (namespace, cronjob) (kube_cronjob_status_last_successful_time{job="kube-state-metrics", cronjob=~"backup-.+"}))',
                    unit: "s",
                    limits: worseFrom(90_000, 93_600),
                }),
                stat({
                    title: "Premier certificat à échoir",
                    description:
                        "Temps qui reste au premier des certificats que les sondes voient. Orange sous 21 jours, rouge sous 7 : docs/rotation-secrets.md.",
                    alerts: ["CertificateExpiringSoon", "CertificateExpiringCritical"],
                    expr: 'min(probe_ssl_earliest_cert_expiry{job="blackbox"}) - time()',
                    unit: "s",
                    limits: betterFrom(604_800, 1_814_400),
                }),
            ],
        },
        {
            title: "Les utilisateurs",
            panels: [
                bars({
                    title: "Marge d’erreur restante, sur 30 jours",
                    description:
                        "Ce qui reste de ce que chaque objectif de service tolère. À zéro, la promesse est rompue : les livraisons attendent.",
                    queries: [
                        {
                            expr: "clamp_min(max by (slo) (slo:error_budget_remaining:ratio), 0)",
                            legend: "{{slo}}",
                        },
                    ],
                    unit: "percentunit",
                    decimals: 0,
                    max: 1,
                    limits: betterFrom(0.1, 0.3),
                    width: 8,
                    height: 7,
                }),
                curves({
                    title: "Requêtes",
                    description:
                        "Requêtes par seconde au serveur d’OpenMRS, et celles qui finissent par une erreur 5xx. Des erreurs qui montent : ouvrir le tableau de bord OpenMRS.",
                    alerts: ["OpenmrsOperationFailing"],
                    queries: [
                        { expr: requestsOf("$__rate_interval"), legend: "toutes" },
                        { expr: errorsOf("$__rate_interval"), legend: "en erreur" },
                    ],
                    unit: "reqps",
                    width: 8,
                    height: 7,
                }),
                curves({
                    title: "Durée de 95 % des gestes",
                    description:
                        "Recherche d’un patient et connexion. Au-dessus de la ligne : les centres le sentent ; voir le tableau de bord OpenMRS.",
                    alerts: ["OpenmrsPatientSearchSlow", "OpenmrsSignInSlow"],
                    queries: [
                        {
                            expr: percentile(
                                0.95,
                                "openmrs_duration_seconds",
                                `${SPANS}, operation="patient-search"`,
                            ),
                            legend: "recherche de patient",
                        },
                        {
                            expr: percentile(0.95, "openmrs_duration_seconds", `${SPANS}, operation="login"`),
                            legend: "connexion",
                        },
                    ],
                    unit: "s",
                    limits: LATENCY_LIMITS,
                    exemplars: true,
                    width: 8,
                    height: 7,
                }),
            ],
        },
        {
            title: "Ce qui se passe",
            panels: [
                table({
                    title: "Alertes en cours",
                    description:
                        "Les plus graves d’abord. La conduite à tenir de chacune est dans la documentation, lien en haut de la page.",
                    labels: {
                        severity: "Gravité",
                        alertname: "Alerte",
                        team: "Équipe",
                        namespace: "Espace de noms",
                        node: "Nœud",
                    },
                    columns: [
                        {
                            expr: `max by (severity, alertname, team, namespace, node) (${FIRING}, severity=~"critical|warning"})`,
                        },
                    ],
                    sortedBy: "Gravité",
                    height: 7,
                }),
                curves({
                    title: "Processeur et mémoire des nœuds",
                    description:
                        "Le plus chargé des nœuds. Longtemps au-dessus de la ligne : voir le tableau de bord des nœuds.",
                    alerts: ["NodeCpuHigh", "NodeMemoryHigh"],
                    queries: [
                        { expr: "max(node:cpu_utilization:ratio_rate5m)", legend: "processeur" },
                        { expr: "max(node:memory_utilization:ratio)", legend: "mémoire" },
                    ],
                    unit: "percentunit",
                    limits: worseFrom(0.8, 0.92),
                    height: 7,
                }),
            ],
        },
    ],
});
