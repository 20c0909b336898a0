import type { RuleGroup } from "../rule";

const PROBES = 'job="blackbox"';

/** The ways that users take, as their browsers do: over TLS, through the gateway. */
const WAYS = `${PROBES}, probe=~"home|session"`;

const GATEWAY_LOGS =
    "Le journal de la passerelle : `kubectl --namespace openmrs logs --selector app.kubernetes.io/name=openmrs-gateway --container gateway --since=15m`.";

const GATEWAY_PODS =
    "Ses pods : `kubectl --namespace openmrs get pods --selector app.kubernetes.io/name=openmrs-gateway --output wide`.";

const PHASES =
    'Où passe le temps : `probe_http_duration_seconds{probe=~"home|session"}`, par étape (`resolve`, `connect`, `tls`, `processing`, `transfer`).';

const CERTIFICATE_CHECKS = [
    "Le certificat servi : `openssl s_client -connect openmrs.audioprothese-plus.example:443 -servername openmrs.audioprothese-plus.example </dev/null | openssl x509 -noout -enddate -issuer`.",
    "Celui du coffre : `az keyvault certificate show --vault-name \"$name\" --name openmrs-gateway --query '{expire:attributes.expires, politique:policy.lifetimeActions}'`, où `name` est celui du coffre (`docs/rotation-secrets.md`).",
    "Si le coffre a déjà le nouveau, les pods l’ont-ils : `kubectl --namespace openmrs get secretproviderclasspodstatuses`.",
];

const CERTIFICATE_REMEDIES = [
    "Renouveler ou importer le certificat dans le coffre, sous le même nom. nginx le relit à chaque connexion : rien à redémarrer pour OpenMRS.",
    "Le coffre a le nouveau, pas les pods : attendre le prochain passage du pilote CSI, puis supprimer les pods un à un.",
    "Le certificat de Grafana : le même geste, sous le nom `observability.tlsCertificate`.",
];

/** What the probes see of the users' paths. */
export const paths: RuleGroup = {
    name: "edge",
    title: "Les chemins des utilisateurs : sondes et certificats",
    alerts: [
        {
            alert: "HomePageUnreachable",
            expr: `max by (instance) (probe_success{${PROBES}, probe="home"}) == 0`,
            for: "3m",
            severity: "critical",
            team: "plateforme",
            summary: "La page d’accueil d’OpenMRS ne s’ouvre plus",
            description: "{{ $labels.instance }}, demandée par la passerelle, échoue depuis trois minutes.",
            runbook: {
                meaning:
                    "La sonde demande la page comme un navigateur, à l’intérieur du cluster : la passerelle, son certificat et les pages sont donc en cause, non Internet ni l’Application Gateway.",
                impact: "Aucun praticien n’ouvre OpenMRS.",
                checks: [
                    'Ce que la sonde a reçu : `probe_http_status_code{probe="home"}` (0 : aucune réponse) et `probe_ssl_earliest_cert_expiry{probe="home"} - time()`.',
                    GATEWAY_PODS,
                    GATEWAY_LOGS,
                    "Les pages : `kubectl --namespace openmrs get pods --selector app.kubernetes.io/name=openmrs-frontend`.",
                ],
                remedies: [
                    "Après une livraison : revenir à l’image précédente de la passerelle ou des pages, puis `pulumi up`.",
                    "Certificat : voir `CertificateExpiringCritical`.",
                    "Passerelle seule en cause : `kubectl --namespace openmrs rollout restart deployment openmrs-gateway`.",
                ],
            },
        },
        {
            alert: "SessionUnreachable",
            expr: `max by (instance) (probe_success{${PROBES}, probe="session"}) == 0`,
            for: "10m",
            severity: "critical",
            team: "applicatif",
            summary: "On ne peut plus ouvrir de session dans OpenMRS",
            description: "{{ $labels.instance }}, demandée par la passerelle, échoue depuis dix minutes.",
            runbook: {
                meaning:
                    "L’appel que font les pages avant toute connexion n’aboutit plus : le serveur d’OpenMRS ne répond pas à travers la passerelle.",
                impact: "Les pages s’affichent peut-être, mais personne ne se connecte.",
                checks: [
                    "Le serveur lui-même : `OpenmrsDown`, `OpenmrsNotStarted`. S’ils se taisent, c’est le chemin.",
                    GATEWAY_LOGS,
                    "Le flux de la passerelle au serveur : port 8080, dans `docs/flux.md`.",
                ],
                remedies: [
                    "Serveur arrêté : traiter `OpenmrsDown`.",
                    "502 ou 504 dans le journal de la passerelle alors que le serveur répond : redémarrer la passerelle, puis comparer les flux au dernier déploiement.",
                ],
            },
        },
        {
            alert: "UserPathSlow",
            expr: `max by (probe, instance) (avg_over_time(probe_duration_seconds{${WAYS}}[10m])) > 2`,
            for: "5m",
            severity: "warning",
            team: "applicatif",
            summary: "Le chemin « {{ $labels.probe }} » est lent",
            description:
                '{{ $labels.instance }} met {{ $value | printf "%.1f" }} s en moyenne depuis dix minutes.',
            runbook: {
                meaning:
                    "Même sans charge de sa part, la sonde attend plus de deux secondes, à l’intérieur du cluster. La ligne des centres n’y est pour rien.",
                impact: "Toutes les pages s’ouvrent lentement.",
                checks: [
                    PHASES,
                    "`processing` long : `OpenmrsSlow`, `OpenmrsThreadsBusy`. `tls` ou `connect` long : la passerelle.",
                    GATEWAY_PODS,
                ],
                remedies: [
                    "Passerelle saturée (`GatewayConnectionsHigh`) : augmenter `openmrs.webReplicas.max`, puis `pulumi up`.",
                    "Serveur : traiter l’alerte d’OpenMRS correspondante.",
                ],
            },
        },
        {
            alert: "CertificateExpiringSoon",
            expr: `min by (probe, instance) (probe_ssl_earliest_cert_expiry{${PROBES}}) - time() < 21 * 86400`,
            for: "1h",
            severity: "warning",
            team: "plateforme",
            summary: "Le certificat de {{ $labels.instance }} expire bientôt",
            description: "Il expire dans {{ $value | humanizeDuration }}.",
            runbook: {
                meaning:
                    "Moins de 21 jours avant l’expiration : le renouvellement automatique du coffre aurait déjà dû avoir lieu, ou ce certificat est importé à la main.",
                impact: "Rien encore.",
                checks: CERTIFICATE_CHECKS,
                remedies: CERTIFICATE_REMEDIES,
            },
        },
        {
            alert: "CertificateExpiringCritical",
            // A weekend: a warning of Friday evening is read on Monday. Grafana's certificate stops nobody's care.
            expr: `min by (probe, instance) (probe_ssl_earliest_cert_expiry{${WAYS}}) - time() < 3 * 86400`,
            for: "15m",
            severity: "critical",
            team: "plateforme",
            summary: "Le certificat de {{ $labels.instance }} expire dans moins de trois jours",
            description: "Il expire dans {{ $value | humanizeDuration }}.",
            runbook: {
                meaning:
                    "L’avertissement des 21 jours est resté sans suite, ou un certificat plus court a été mis en place.",
                impact: "À l’expiration, les navigateurs refusent OpenMRS, sans dérogation possible (HSTS).",
                checks: CERTIFICATE_CHECKS,
                remedies: CERTIFICATE_REMEDIES,
            },
        },
    ],
};
