import type { Runbook, Team } from "../rule";

/** What users are promised, and how it is counted. */
export interface Objective {
    /** Value of the label `slo`. */
    readonly name: string;

    /** What it is called, in French. */
    readonly title: string;

    /** Begins the names of its alerts. */
    readonly alertPrefix: string;

    /** What is promised, in French: a sentence of docs/slo.md. */
    readonly statement: string;

    /** What a failure is, in French, plural, as in « 2 % des recherches ». */
    readonly events: string;

    /** Percentage that has to succeed, over 30 days. */
    readonly percent: number;

    /** Attempts a second, over the last five minutes. */
    readonly total: string;

    /** Those of them that failed. No result counts as none. */
    readonly failed: string;

    /** Failures in the long window from which on somebody is told: at night one failure is a large share. */
    readonly leastFailures: number;

    /** Whether somebody is woken when it is missed by far: what is slow can wait until people are there. */
    readonly wakes: boolean;

    readonly team: Team;
    readonly runbook: Runbook;
}

/**
 * Requests that the collector of traces counts. It leaves out the health pages by their path; the agent's own metrics cannot,
 * since OpenMRS answers these in a filter of all pages, whose route is "/openmrs/*" as that of a request that fails early.
 */
const REQUESTS = 'job="span-metrics"';

const inGrafana = (dashboard: string) =>
    `Ouvrir le tableau de bord « ${dashboard} » dans Grafana, sur la fenêtre que nomme l’alerte.`;

export const OBJECTIVES: readonly Objective[] = [
    {
        name: "disponibilite-api",
        title: "disponibilité de l’API",
        alertPrefix: "SloApi",
        statement:
            "99,5 % des requêtes faites au serveur d’OpenMRS reçoivent une réponse autre qu’une erreur 5xx.",
        events: "requêtes en erreur",
        percent: 99.5,
        total: `sum(rate(openmrs_calls_total{${REQUESTS}}[5m]))`,
        failed: `sum(rate(openmrs_calls_total{${REQUESTS}, status_code="STATUS_CODE_ERROR"}[5m]))`,
        leastFailures: 10,
        wakes: true,
        team: "applicatif",
        runbook: {
            meaning:
                "Le serveur d’OpenMRS répond par des erreurs 5xx plus souvent que ce qui est promis. Les pages de santé ne sont pas comptées, ni les réponses 4xx.",
            impact: "Les praticiens voient des messages d’erreur, des fiches qui ne s’ouvrent pas ou ne s’enregistrent pas.",
            checks: [
                inGrafana("Objectifs de service"),
                'Quelles routes échouent : `topk(10, sum by (http_route, http_request_method, http_response_status_code) (rate(http_server_request_duration_seconds_count{job="openmrs-backend", http_response_status_code=~"5.."}[5m])))`.',
                "Ouvrir une trace en erreur depuis le panneau des erreurs, puis les lignes de journal qui portent le même `trace_id`.",
                "Les dernières erreurs : `kubectl --namespace openmrs logs --selector app.kubernetes.io/name=openmrs-backend --container backend --since=15m`.",
                "La base : les alertes du groupe `database`, et la réserve de connexions (`OpenmrsPoolPending`).",
            ],
            remedies: [
                "Si les erreurs suivent une livraison, revenir à l’image précédente (`images.openmrsBackend` dans le fichier de la pile), puis `pulumi up`.",
                "Si la base ne répond pas, suivre `docs/base-de-donnees.md` ou `docs/base-managee.md`.",
                "Si une seule opération échoue, la signaler à l’équipe applicative avec l’identifiant d’une trace.",
            ],
        },
    },
    {
        name: "recherche-patient",
        title: "recherche de patients",
        alertPrefix: "SloPatientSearch",
        statement: "95 % des recherches de patients répondent en moins d’une seconde.",
        events: "recherches de plus d’une seconde",
        percent: 95,
        total: `sum(rate(openmrs_duration_seconds_count{${REQUESTS}, operation="patient-search"}[5m]))`,
        failed: `sum(rate(openmrs_duration_seconds_count{${REQUESTS}, operation="patient-search"}[5m])) - sum(rate(openmrs_duration_seconds_bucket{${REQUESTS}, operation="patient-search", le="1.0"}[5m]))`,
        leastFailures: 10,
        wakes: false,
        team: "applicatif",
        runbook: {
            meaning:
                "Trop de recherches de patients durent plus d’une seconde. C’est le premier geste de chaque rendez-vous.",
            impact: "L’accueil attend devant l’écran ; les files s’allongent dans les centres.",
            checks: [
                inGrafana("OpenMRS"),
                'Une trace lente : dans Grafana, Tempo, `{ span.operation = "patient-search" && duration > 1s }` ; regarder si le temps passe dans la base ou dans Java.',
                "La mémoire de Java (`OpenmrsHeapHigh`, `OpenmrsGcTimeHigh`) et la réserve de connexions (`OpenmrsPoolPending`).",
                "La base : `rate(mysql_global_status_slow_queries[5m])` et la part de lectures hors mémoire (`DatabaseBufferPoolMiss`).",
            ],
            remedies: [
                "Si l’index de recherche est en cause (après une restauration ou une mise à niveau), le reconstruire depuis les pages d’administration, hors des heures d’ouverture.",
                "Si la base lit sur le disque, lui donner plus de mémoire (`database.memory`, ou `database.sku` en mode managé).",
                "Si un centre lance des recherches par programme, voir le tableau de bord « Centres » et lui demander d’arrêter.",
            ],
        },
    },
    {
        name: "connexion",
        title: "connexion",
        alertPrefix: "SloSignIn",
        statement: "99 % des connexions à OpenMRS aboutissent à une réponse sans erreur du serveur.",
        events: "connexions en erreur",
        percent: 99,
        total: `sum(rate(openmrs_calls_total{${REQUESTS}, operation="login"}[5m]))`,
        failed: `sum(rate(openmrs_calls_total{${REQUESTS}, operation="login", status_code="STATUS_CODE_ERROR"}[5m]))`,
        leastFailures: 5,
        wakes: true,
        team: "applicatif",
        runbook: {
            meaning:
                "Des demandes de connexion se terminent par une erreur du serveur. Un mot de passe refusé est une réponse normale et n’est pas compté ici.",
            impact: "Des praticiens ne peuvent pas ouvrir leur session, donc aucun dossier.",
            checks: [
                inGrafana("OpenMRS"),
                'Une trace en erreur : dans Grafana, Tempo, `{ span.operation = "login" && status = error }`.',
                'Refaire le chemin : `curl --include https://openmrs.audioprothese-plus.example/openmrs/ws/rest/v1/session` (sans mot de passe, la réponse est 200 et dit `"authenticated":false`).',
                "Un renouvellement des secrets est-il en cours (`docs/rotation-secrets.md`) ?",
            ],
            remedies: [
                "Si la base refuse le compte `openmrs`, relancer `pulumi up` : chaque étape du renouvellement peut être refaite.",
                "Si le serveur vient de redémarrer, attendre que `OpenmrsNotStarted` se taise.",
                "Sinon, traiter comme `SloApiBurn1h`.",
            ],
        },
    },
    {
        name: "pages",
        title: "ouverture des pages",
        alertPrefix: "SloPages",
        statement: "99,9 % des essais d’ouverture de la page d’accueil, deux par minute, réussissent.",
        events: "essais manqués",
        percent: 99.9,
        // Each sample is an attempt.
        total: 'sum(count_over_time(probe_success{job="blackbox", probe="home"}[5m])) / 300',
        failed: 'sum(count_over_time(probe_success{job="blackbox", probe="home"}[5m]) - sum_over_time(probe_success{job="blackbox", probe="home"}[5m])) / 300',
        leastFailures: 4,
        wakes: true,
        team: "plateforme",
        runbook: {
            meaning:
                "La page d’accueil, demandée en HTTPS par la passerelle comme le fait un navigateur, manque trop souvent.",
            impact: "Les praticiens n’ont plus de page, même si le serveur d’OpenMRS fonctionne.",
            checks: [
                inGrafana("Objectifs de service"),
                'Ce que dit la sonde : `probe_http_status_code{probe="home"}` et `probe_http_duration_seconds{probe="home"}`.',
                "Les pods de la passerelle et des pages : `kubectl --namespace openmrs get pods --selector 'app.kubernetes.io/name in (openmrs-gateway, openmrs-frontend)' --output wide`.",
                "Leurs réponses : `kubectl --namespace openmrs logs --selector app.kubernetes.io/name=openmrs-gateway --container gateway --since=15m`.",
            ],
            remedies: [
                "Si le certificat a expiré, voir `CertificateExpiringCritical`.",
                "Si des nœuds manquent, voir `docs/perte-d-un-noeud.md`.",
                "Si une livraison précède l’alerte, revenir à l’image précédente de la passerelle ou des pages, puis `pulumi up`.",
            ],
        },
    },
];

/** Share that may fail, as a number that Prometheus reads back. */
export const budgetOf = ({ percent }: Pick<Objective, "percent">) => Number((1 - percent / 100).toFixed(6));
