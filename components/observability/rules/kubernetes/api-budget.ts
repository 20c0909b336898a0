import type { AlertRule, Duration, RecordingRule, RuleGroup } from "../rule";

/** Part of the requests that may fail or be too slow, over thirty days. */
const BUDGET = 0.01;

/**
 * How fast the budget may be spent before somebody is told: as many times as fast as it lasts for thirty days. What runs goes
 * on without the API, and Azure runs it: nobody is woken, and a slower loss is Azure's own to see.
 */
const BURNS: readonly {
    readonly long: Duration;
    readonly short: Duration;
    readonly factor: number;
    readonly for: Duration;
    readonly spent: string;
}[] = [
    { long: "1h", short: "5m", factor: 14.4, for: "2m", spent: "deux jours" },
    { long: "6h", short: "30m", factor: 6, for: "15m", spent: "cinq jours" },
];

/** Verbs of requests that look only, but for those that go on for ever, and those of requests that change something. */
const READ = 'job="apiserver", verb=~"GET|LIST"';
const WRITE = 'job="apiserver", verb=~"POST|PUT|PATCH|DELETE"';

/** How long a request may take, in seconds as buckets have it: a read of one object, of a namespace or of the cluster. */
const SLOW = [
    { matchers: `${READ}, scope=~"resource|"`, most: "1.0" },
    { matchers: `${READ}, scope="namespace"`, most: "5.0" },
    { matchers: `${READ}, scope="cluster"`, most: "30.0" },
    { matchers: WRITE, most: "1.0" },
];

const RATIO = "apiserver:request_errors:ratio_rate";

/** Part of the requests that failed or were too slow. No traffic gives no answer. */
function ratio(window: Duration): RecordingRule {
    const slow = SLOW.map(
        ({ matchers, most }) => `  (
    (sum(rate(apiserver_request_sli_duration_seconds_count{${matchers}}[${window}])) or vector(0))
    - (sum(rate(apiserver_request_sli_duration_seconds_bucket{${matchers}, le="${most}"}[${window}])) or vector(0))
  )`,
    );
    return {
        record: `${RATIO}${window}`,
        expr: `(
${slow.join("\n  +\n")}
  +
  (sum(rate(apiserver_request_total{job="apiserver", code=~"5.."}[${window}])) or vector(0))
) / (sum(rate(apiserver_request_total{job="apiserver", verb=~"GET|LIST|POST|PUT|PATCH|DELETE"}[${window}])) > 0)`,
    };
}

const inWords = (duration: Duration) => duration.replace("m", " min").replace("h", " h");

function burn({ long, short, factor, spent, ...rest }: (typeof BURNS)[number]): AlertRule {
    const most = Number((factor * BUDGET).toPrecision(3)).toString();
    return {
        alert: `ApiBudgetBurn${long}`,
        expr: `${RATIO}${long} > ${most}\nand ${RATIO}${short} > ${most}`,
        for: rest.for,
        severity: "warning",
        team: "plateforme",
        labels: { slo: "api-kubernetes", long, short },
        summary: `L’API de Kubernetes échoue ou traîne (fenêtre de ${inWords(long)})`,
        description: `{{ $value | humanizePercentage }} des demandes à l’API de Kubernetes ont échoué ou traîné depuis ${inWords(long)}. À ce rythme, la part permise pour trente jours dure ${spent}.`,
        runbook: {
            meaning: `L’objectif est que 99 % des demandes à l’API réussissent vite : moins d’une seconde pour un objet ou une écriture, 5 s pour un espace de noms, 30 s pour le cluster. L’alerte compare deux fenêtres (${inWords(long)} et ${inWords(short)}) : la panne est sérieuse, et elle dure encore.`,
            impact: "Déploiements, remplacements de pods et montées en charge ralentissent ou échouent. Ce qui tourne continue de tourner.",
            checks: [
                "Trouver les demandes en cause : `topk(10, sum by (verb, resource, code) (rate(apiserver_request_total[5m])))`.",
                "Voir l’état du cluster dans le portail d’Azure : « Diagnostiquer et résoudre les problèmes ».",
                "Chercher un webhook lent : `kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations`.",
            ],
            remedies: [
                "Si un programme demande trop (boucle, liste du cluster entier), l’arrêter.",
                "Sinon le plan de contrôle est géré par Azure : ouvrir un dossier de gravité A avec les mesures ci-dessus.",
            ],
        },
    };
}

const WINDOWS: readonly Duration[] = ["5m", "30m", "1h", "6h"];

/** The stated objective of the cluster's API, in multi-window burn rates. */
export const apiBudget: RuleGroup = {
    name: "kubernetes-api-budget",
    title: "Kubernetes : objectif de l’API",
    recordings: WINDOWS.map(ratio),
    alerts: BURNS.map(burn),
};
