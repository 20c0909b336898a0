import type { RuleGroup } from "../rule";

/** Connections that one nginx holds at most, towards browsers and servers together (`worker_connections`). */
const CONNECTIONS = 1024;

const NGINX = 'job=~"openmrs-gateway|openmrs-frontend"';

const INGRESS = 'job="kube-state-metrics", namespace="aks-istio-ingress"';

const PODS =
    "Ses pods : `kubectl --namespace openmrs get pods --selector 'app.kubernetes.io/name in (openmrs-gateway, openmrs-frontend)' --output wide`.";

const MESH_PODS =
    "`kubectl --namespace aks-istio-ingress get pods --output wide`, et `kubectl --namespace aks-istio-ingress get events`.";

const MESH_DOCUMENT = "Une mise à niveau du maillage est-elle en cours : `docs/mise-a-niveau-maillage.md`.";

/** What takes the requests in: the mesh's own entry, and our nginx behind it. */
export const gateways: RuleGroup = {
    name: "edge-gateways",
    title: "Les passerelles : nginx et entrée du maillage",
    alerts: [
        {
            alert: "GatewayDown",
            expr: 'absent(nginx_up{job="openmrs-gateway"} == 1)',
            for: "3m",
            severity: "critical",
            team: "plateforme",
            summary: "Aucune passerelle d’OpenMRS ne fonctionne",
            description: "Aucun nginx de la passerelle ne répond depuis trois minutes.",
            runbook: {
                meaning:
                    "Tous les pods de `openmrs-gateway` sont arrêtés, ou leur nginx ne répond plus à son exporteur.",
                impact: "Rien n’arrive plus à OpenMRS, ni les pages ni l’API.",
                checks: [
                    PODS,
                    "Pourquoi : `kubectl --namespace openmrs describe pods --selector app.kubernetes.io/name=openmrs-gateway`.",
                    "nginx lui-même : `kubectl --namespace openmrs logs --selector app.kubernetes.io/name=openmrs-gateway --container gateway --tail=50`.",
                    "Ses certificats sont des fichiers du coffre : un coffre injoignable l’empêche de démarrer.",
                ],
                remedies: [
                    "Après une livraison : revenir à l’image précédente, puis `pulumi up`.",
                    "Coffre injoignable : vérifier son point de terminaison privé et l’identité de la passerelle.",
                ],
            },
        },
        {
            alert: "NginxDown",
            expr: `min by (job, instance) (nginx_up{${NGINX}}) == 0`,
            for: "5m",
            severity: "warning",
            team: "plateforme",
            summary: "Un nginx de {{ $labels.job }} ne répond plus",
            description:
                "Celui de {{ $labels.instance }} ne répond plus à son exporteur depuis cinq minutes.",
            runbook: {
                meaning:
                    "Dans un pod, l’exporteur répond et nginx non : il est figé, ou son port de compteurs (8081) est pris.",
                impact: "Les autres pods servent ; il en reste moins.",
                checks: [
                    PODS,
                    "`kubectl --namespace openmrs logs` de ce pod, conteneurs `exporter`, puis `gateway` ou `frontend`.",
                ],
                remedies: [
                    "Supprimer ce pod ; un autre le remplace.",
                    "Si cela revient, revenir à l’image précédente.",
                ],
            },
        },
        {
            alert: "NginxConnectionsDropped",
            expr: `max by (job, instance) (rate(nginx_connections_accepted{${NGINX}}[10m]) - rate(nginx_connections_handled{${NGINX}}[10m])) > 0.01`,
            for: "5m",
            severity: "warning",
            team: "plateforme",
            summary: "{{ $labels.job }} abandonne des connexions",
            description:
                'nginx ({{ $labels.instance }}) abandonne {{ $value | printf "%.2f" }} connexions par seconde.',
            runbook: {
                meaning:
                    "nginx a accepté des connexions sans pouvoir s’en occuper : sa limite (`worker_connections`) est atteinte.",
                impact: "Des pages ne s’ouvrent pas, au hasard.",
                checks: [
                    "Les connexions : `nginx_connections_active`, et `nginx_connections_waiting` pour celles qui ne font rien.",
                    "Le serveur derrière : lent, il garde les connexions ouvertes (`OpenmrsSlow`).",
                ],
                remedies: [
                    "Serveur lent : le traiter d’abord.",
                    "Charge : augmenter `openmrs.webReplicas`, puis `pulumi up`.",
                ],
            },
        },
        {
            alert: "GatewayConnectionsHigh",
            expr: `max by (instance) (nginx_connections_active{job="openmrs-gateway"}) / ${CONNECTIONS.toString()} > 0.4`,
            for: "5m",
            severity: "warning",
            team: "plateforme",
            summary: "Une passerelle d’OpenMRS approche de sa limite",
            description: `{{ $labels.instance }} utilise {{ $value | humanizePercentage }} de ses ${CONNECTIONS.toString()} connexions, et chaque navigateur en demande deux.`,
            runbook: {
                meaning:
                    "Chaque connexion d’un navigateur en demande une autre vers le serveur : à 50 % comptés ici, nginx est à sa limite.",
                impact: "Rien encore ; ensuite `NginxConnectionsDropped`.",
                checks: [
                    'Combien attendent sans rien faire : `nginx_connections_waiting{job="openmrs-gateway"}`.',
                    "D’où elles viennent : le journal d’accès, dans Grafana (flux `access`).",
                ],
                remedies: [
                    "Charge : augmenter `openmrs.webReplicas`, puis `pulumi up`.",
                    "Une seule adresse (200 connexions au plus par adresse) : joindre le centre, ou retirer l’adresse de `edge.allowedSources`.",
                ],
            },
        },
        {
            alert: "MeshEntryDown",
            expr: `sum by (namespace) (kube_deployment_status_replicas_available{${INGRESS}}) == 0`,
            for: "2m",
            severity: "critical",
            team: "plateforme",
            summary: "L’entrée du maillage est arrêtée",
            description: "Aucun pod de {{ $labels.namespace }} n’est disponible depuis deux minutes.",
            runbook: {
                meaning:
                    "Les pods d’entrée d’Istio, qu’AKS fait tourner, mènent de l’Application Gateway à nos passerelles. Il n’y en a plus. Les sondes, qui sont dans le cluster, ne le voient pas.",
                impact: "OpenMRS et Grafana sont inaccessibles de partout, alors que tout fonctionne à l’intérieur.",
                checks: [
                    MESH_PODS,
                    MESH_DOCUMENT,
                    "L’adresse fixe : `kubectl --namespace aks-istio-ingress get service edge`.",
                    "L’état des sondes de l’Application Gateway, dans le portail.",
                ],
                remedies: [
                    "Plus de place : `kubectl get nodes`, puis agrandir le groupe `general`.",
                    "Module arrêté par Azure : ouvrir un incident auprès d’Azure (module Istio d’AKS).",
                ],
            },
        },
        {
            alert: "MeshEntryAlone",
            expr: `sum by (namespace) (kube_deployment_status_replicas_available{${INGRESS}}) == 1`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "L’entrée du maillage n’a plus qu’un pod",
            description: "{{ $labels.namespace }} n’a qu’un pod disponible depuis quinze minutes.",
            runbook: {
                meaning: "AKS en garde deux au moins ; l’autre ne démarre pas ou manque de place.",
                impact: "La perte d’un nœud couperait tous les accès.",
                checks: [MESH_PODS, MESH_DOCUMENT],
                remedies: [
                    "Place : `kubectl describe pod` du pod `Pending`, puis agrandir le groupe.",
                    "Révision retirée trop tôt : reprendre la mise à niveau du maillage à l’étape indiquée.",
                ],
            },
        },
        {
            alert: "MeshControlPlaneDown",
            expr: 'sum by (namespace) (kube_deployment_status_replicas_available{job="kube-state-metrics", namespace="aks-istio-system", deployment=~"istiod-.+"}) == 0',
            for: "10m",
            severity: "critical",
            team: "plateforme",
            summary: "Le plan de contrôle du maillage est arrêté",
            description: "Aucun istiod n’est disponible dans {{ $labels.namespace }} depuis dix minutes.",
            runbook: {
                meaning:
                    "istiod donne aux pods leurs certificats (24 heures) et leurs règles. Ce qui tourne continue ; ce qui démarre n’a ni certificat ni chemin.",
                impact: "Aucun pod redémarré ne parle aux autres ; au bout d’un jour, plus aucun ne le peut.",
                checks: [
                    "`kubectl --namespace aks-istio-system get pods --output wide`, et `kubectl --namespace aks-istio-system logs --selector app=istiod --tail=100`.",
                    MESH_DOCUMENT,
                ],
                remedies: [
                    "Ne rien redémarrer d’autre entre-temps, et reporter tout `pulumi up`.",
                    "Place sur le groupe `system` : l’agrandir. Sinon, ouvrir un incident auprès d’Azure.",
                ],
            },
        },
    ],
};
