import { eventsOver } from "../events";
import type { RuleGroup } from "../rule";

const LINES = 'job="log-metrics"';
const KSM = 'job="kube-state-metrics"';

/** Namespaces of the platform, of AKS and of its add-ons. */
const NAMESPACES = [
    "openmrs",
    "database",
    "observability",
    "node-exporter",
    "default",
    "kube-.*",
    "aks-.*",
    "gatekeeper-system",
    "dataprotection-microsoft",
].join("|");

/** Whose pods take part in the nodes' own network: AKS's. */
const ON_NODES = "kube-system|aks-.*";

const FAILURES =
    'Les lignes, sans le nom des comptes masqués : dans Grafana, source Loki, `{stream="audit", workload="openmrs-backend"} |= "Failed login attempt"`.';
const ORIGINS =
    'D’où elles viennent : dans Grafana, source Loki, `{stream="access"} |= "/ws/rest/v1/session"`, et le tableau de bord des centres.';

const burst = (metric: string, most: number) =>
    `sum(${eventsOver(`${metric}{${LINES}}`, "15m")}) > ${most.toString()}`;

/** Who tries to get in, and what is there that should not be. */
export const accessAlerts: RuleGroup = {
    name: "security-access",
    title: "Connexions, droits et intrus",
    alerts: [
        {
            alert: "LoginFailuresBurst",
            expr: burst("openmrs_login_failures_total", 20),
            severity: "warning",
            team: "securite",
            summary: "Beaucoup de connexions refusées à OpenMRS",
            description: '{{ $value | printf "%.0f" }} connexions ont été refusées en un quart d’heure.',
            runbook: {
                meaning:
                    "Plus de vingt mots de passe faux en un quart d’heure : un poste mal réglé, une panne de mémoire collective après un changement, ou quelqu’un qui essaie.",
                impact: "OpenMRS bloque un compte après quelques essais : du personnel peut être arrêté.",
                checks: [FAILURES, ORIGINS],
                remedies: [
                    "Un seul centre, un seul compte : appeler le centre.",
                    "Plusieurs comptes depuis une même adresse inconnue : la bloquer par une règle du pare-feu applicatif.",
                ],
            },
        },
        {
            alert: "LoginFailuresFlood",
            expr: burst("openmrs_login_failures_total", 200),
            severity: "critical",
            team: "securite",
            summary: "Attaque probable sur les mots de passe d’OpenMRS",
            description: '{{ $value | printf "%.0f" }} connexions ont été refusées en un quart d’heure.',
            runbook: {
                meaning: "Personne ne se trompe autant : un programme essaie des mots de passe.",
                impact: "Un compte peut être forcé, et le dossier de patients ouvert. Des comptes du personnel se bloquent.",
                checks: [
                    FAILURES,
                    ORIGINS,
                    'Une connexion a-t-elle réussi depuis la même adresse : les lignes de statut 200 de `{stream="access"}`.',
                ],
                remedies: [
                    "Bloquer l’adresse par une règle du pare-feu applicatif (`components/edge/waf-policy.ts`).",
                    "Compte forcé : le désactiver, fermer ses sessions, prévenir le délégué à la protection des données.",
                ],
            },
        },
        {
            alert: "PrivilegeErrorsBurst",
            expr: burst("openmrs_privilege_errors_total", 50),
            severity: "warning",
            team: "securite",
            summary: "Beaucoup de demandes sans le droit nécessaire dans OpenMRS",
            description:
                '{{ $value | printf "%.0f" }} demandes ont été refusées en un quart d’heure, faute de droit.',
            runbook: {
                meaning:
                    "Un compte demande ce que ses droits ne lui donnent pas : rôle mal réglé, ou quelqu’un qui cherche.",
                impact: "Rien n’est sorti. Si c’est un rôle mal réglé, du personnel ne peut pas travailler.",
                checks: [
                    'Les lignes : dans Grafana, source Loki, `{workload="openmrs-backend"} |~ "Privileges? required"`.',
                    "Un changement récent des rôles d’OpenMRS.",
                ],
                remedies: [
                    "Rôle mal réglé : le corriger dans les pages d’administration.",
                    "Sinon, demander à la personne, et désactiver le compte au besoin.",
                ],
            },
        },
        {
            alert: "ImagePullFailing",
            expr: `max by (namespace, pod, container) (
  kube_pod_container_status_waiting_reason{${KSM}, reason=~"ErrImagePull|ImagePullBackOff|InvalidImageName|ErrImageNeverPull"}
) == 1`,
            for: "10m",
            severity: "warning",
            team: "plateforme",
            summary: "L’image de {{ $labels.namespace }}/{{ $labels.pod }} n’est pas obtenue",
            description:
                "Le conteneur {{ $labels.container }} ne démarre pas : le registre ne donne pas son image.",
            runbook: {
                meaning:
                    "Le registre privé refuse l’image, ne l’a pas, ou est injoignable. Une image qui n’y est pas n’a pas le droit de tourner.",
                impact: "Ce pod ne démarre pas. Les pods qui tournent continuent.",
                checks: [
                    "La raison exacte : `kubectl describe pod --namespace NAMESPACE POD`.",
                    "L’image est-elle au registre : `az acr manifest list-metadata --registry REGISTRE --name DEPOT`.",
                ],
                remedies: [
                    "Image absente : relancer sa mise en cache, ou corriger son empreinte dans `components/images.ts`.",
                    "Droit refusé : vérifier le rôle AcrPull de l’identité des nœuds.",
                ],
            },
        },
        {
            alert: "UnexpectedNamespace",
            expr: `max by (namespace) (kube_namespace_created{${KSM}, namespace!~"${NAMESPACES}"})`,
            for: "5m",
            severity: "warning",
            team: "securite",
            summary: "Espace de noms inconnu dans le cluster : {{ $labels.namespace }}",
            description: "Le code de la plateforme ne le crée pas, et AKS non plus.",
            runbook: {
                meaning: "Quelqu’un, ou un programme, a créé un espace de noms à la main.",
                impact: "Ce qui y tourne échappe aux règles de flux et aux contrôles de la plateforme.",
                checks: [
                    "Ce qui s’y trouve : `kubectl get all --namespace NAMESPACE`.",
                    "Qui l’a créé : le journal d’audit de l’API, dans l’espace de travail Log Analytics (`kube-audit-admin`).",
                ],
                remedies: [
                    "Connu et voulu : l’ajouter au code.",
                    "Module d’AKS nouveau : ajouter son nom à `components/observability/rules/security/access.ts`.",
                    "Inconnu : isoler, conserver les preuves, et suivre la procédure d’incident.",
                ],
            },
        },
        {
            alert: "PodOnNodeNetwork",
            expr: `max by (namespace, pod) (kube_pod_info{${KSM}, host_network="true", namespace!~"${ON_NODES}"}) == 1`,
            severity: "critical",
            team: "securite",
            summary: "{{ $labels.namespace }}/{{ $labels.pod }} utilise le réseau du nœud",
            description:
                "Aucun pod de la plateforme n’en a le droit : il échappe au maillage et aux règles de flux.",
            runbook: {
                meaning:
                    "Un pod a été créé avec `hostNetwork` hors des espaces de noms d’AKS, malgré les contrôles d’admission.",
                impact: "Il peut écouter et joindre ce que le nœud joint, sans TLS mutuel ni règle de flux.",
                checks: [
                    "Ce que c’est : `kubectl get pod --namespace NAMESPACE POD --output yaml`.",
                    "Qui l’a créé : le journal d’audit de l’API, dans l’espace de travail Log Analytics (`kube-audit-admin`).",
                ],
                remedies: [
                    "Inconnu : isoler le nœud (`kubectl cordon`), conserver les preuves, et suivre la procédure d’incident.",
                    "Vérifier pourquoi l’admission l’a laissé entrer (Azure Policy, étiquettes de l’espace de noms).",
                ],
            },
        },
    ],
};
