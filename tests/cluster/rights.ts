/** What the API server lets the platform's workloads do, asked with tokens of their accounts. */
import assert from "node:assert/strict";

import type { TestCluster } from "./test-cluster";
import { askerWith, type Asker } from "./token";
import { workloadsOf } from "./workloads";

/** Where no role of the platform is. */
const ELSEWHERE = "kube-system";

const LOOKED_UP = ["get pods", "list pods", "watch pods"];
const READ_LOGS = ["get pods", "get pods/log", "list pods", "watch pods"];

const WATCHED = [
    "cronjobs.batch",
    "daemonsets.apps",
    "deployments.apps",
    "horizontalpodautoscalers.autoscaling",
    "jobs.batch",
    "namespaces",
    "nodes",
    "persistentvolumeclaims",
    "persistentvolumes",
    "poddisruptionbudgets.policy",
    "pods",
    "resourcequotas",
    "statefulsets.apps",
];

/** All that each may do, by namespace; nobody else may do anything. */
const GRANTED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
    "observability:kube-state-metrics": {
        everywhere: ["list", "watch"].flatMap((verb) => WATCHED.map((resource) => `${verb} ${resource}`)),
    },
    "observability:log-agent": {
        database: READ_LOGS,
        "node-exporter": READ_LOGS,
        observability: READ_LOGS,
        openmrs: READ_LOGS,
    },
    "observability:prometheus": {
        everywhere: ["get /metrics", "get nodes", "get nodes/metrics", "list nodes", "watch nodes"],
        "node-exporter": LOOKED_UP,
        observability: LOOKED_UP,
    },
};

const PODS = "/api/v1/namespaces/openmrs/pods";
const SECRETS = "/api/v1/namespaces/openmrs/secrets";
const LOG = `${PODS}/openmrs-backend-0/log`;

/** Requests of programs, and what the server says of them; 404 is what is let in and not there. */
const REQUESTS: readonly (readonly [account: string, path: string, codes: readonly number[]])[] = [
    ["kube-state-metrics", "/api/v1/pods", [200]],
    ["kube-state-metrics", SECRETS, [403]],
    ["kube-state-metrics", LOG, [403]],
    ["log-agent", PODS, [200]],
    ["log-agent", "/api/v1/pods", [403]],
    ["log-agent", "/api/v1/namespaces/kube-system/pods", [403]],
    ["log-agent", SECRETS, [403]],
    ["prometheus", "/api/v1/nodes", [200]],
    ["prometheus", "/metrics", [200]],
    ["prometheus", PODS, [403]],
    ["prometheus", SECRETS, [403]],
    ["grafana", "/api/v1/namespaces/observability/pods", [403]],
];

export function describeRights(cluster: () => TestCluster): void {
    describe("a workload's token", () => {
        it("is good for all that its program needs, and for nothing else", async () => {
            const accounts = await accountsOf(cluster());
            assert.ok(accounts.length >= 14, accounts.join(", "));
            const namespaces = [...new Set(accounts.map((account) => account.split(":")[0] ?? ""))];

            const anybody = await rulesOf(await askerWith(cluster(), "default:default"), ELSEWHERE);
            const granted: Record<string, Record<string, readonly string[]>> = {};
            for (const account of accounts) {
                const asker = await askerWith(cluster(), account);
                const everywhere = await rulesOf(asker, ELSEWHERE);
                const rights: Record<string, readonly string[]> = { everywhere: minus(everywhere, anybody) };
                for (const namespace of namespaces) {
                    rights[namespace] = minus(await rulesOf(asker, namespace), everywhere);
                }
                const some = Object.entries(rights).filter(([, rules]) => rules.length > 0);
                if (some.length > 0) {
                    granted[account] = Object.fromEntries(some);
                }
            }
            assert.deepEqual(granted, GRANTED);
        });

        for (const [account, path, codes] of REQUESTS) {
            it(`of ${account} gets ${codes.join(" or ")} for ${path}`, async () => {
                const ask = await askerWith(cluster(), `observability:${account}`);
                const { code, text } = await ask("GET", path);
                assert.ok(codes.includes(code), `${code.toString()}: ${text.slice(0, 400)}`);
            });
        }
    });
}

/** "observability:prometheus" for the account of each workload. */
async function accountsOf({ api }: TestCluster): Promise<readonly string[]> {
    const workloads = await workloadsOf(api);
    return workloads
        .map(({ metadata, spec }) => `${metadata.namespace ?? ""}:${spec.template.spec.serviceAccountName}`)
        .toSorted();
}

interface Rules {
    readonly resourceRules: readonly {
        readonly verbs: readonly string[];
        readonly apiGroups: readonly string[];
        readonly resources: readonly string[];
    }[];
    readonly nonResourceRules: readonly {
        readonly verbs: readonly string[];
        readonly nonResourceURLs: readonly string[];
    }[];
}

/** "list deployments.apps" and "get /metrics" for what may be done in a namespace. */
async function rulesOf(ask: Asker, namespace: string): Promise<readonly string[]> {
    const { code, text } = await ask("POST", "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews", {
        apiVersion: "authorization.k8s.io/v1",
        kind: "SelfSubjectRulesReview",
        spec: { namespace },
    });
    assert.equal(code, 201, text);
    const { resourceRules, nonResourceRules } = (JSON.parse(text) as { readonly status: Rules }).status;
    return [
        ...resourceRules.flatMap(({ verbs, apiGroups, resources }) =>
            verbs.flatMap((verb) =>
                resources.flatMap((resource) =>
                    apiGroups.map((group) => `${verb} ${resource}${group === "" ? "" : `.${group}`}`),
                ),
            ),
        ),
        ...nonResourceRules.flatMap(({ verbs, nonResourceURLs }) =>
            verbs.flatMap((verb) => nonResourceURLs.map((url) => `${verb} ${url}`)),
        ),
    ];
}

const minus = (rules: readonly string[], others: readonly string[]): readonly string[] =>
    [...new Set(rules)].filter((rule) => !others.includes(rule)).toSorted();
