import * as assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { type Inhibition, INHIBITIONS } from "../../components/observability/alerting/inhibitions";
import { subjects } from "../components/observability/rules/harness";
import { certify } from "./alertmanager/certified";
import { freePorts, Replica } from "./alertmanager/replica";
import { goProgram } from "./install/go-programs";
import { Issuer } from "./issued";

/** Allows for the downloads of a first build. */
const BUILD_MS = 10 * 60_000;

const WAIT_MS = 20_000;

interface Alert {
    readonly labels: Readonly<Record<string, string>>;
    readonly status: { readonly state: string; readonly inhibitedBy: readonly string[] };
}

/** Labels that matchers match: of a choice the first. */
const matching = (matchers: readonly string[]) =>
    Object.fromEntries(
        matchers.map((matcher) => {
            const [, name = "", value = ""] = /^(\w+)=~?"([^"|]+)/.exec(matcher) ?? [];
            return [name, value === ".+" ? "connexion" : value];
        }),
    );

const alike = ({ equal }: Inhibition, value: string) =>
    Object.fromEntries(
        ["cluster", ...equal.filter((label) => label !== "slo")].map((label) => [label, value]),
    );

/** The alert that keeps back, one that it keeps back, and the same of somewhere else. */
const situation = (inhibition: Inhibition, index: string) => {
    const base = (matchers: readonly string[]) => ({
        alertname: "Essai",
        severity: "none",
        ...matching(matchers),
    });
    return {
        by: { ...base(inhibition.by), ...alike(inhibition, `ici-${index}`) },
        kept: { ...base(inhibition.of), ...alike(inhibition, `ici-${index}`) },
        elsewhere: { ...base(inhibition.of), ...alike(inhibition, `ailleurs-${index}`) },
    };
};

type Labels = Readonly<Record<string, string>>;

const NODE = "aks-general-1";
const node = { node: NODE };

/** What fires when a node is gone, whatever was on it. */
const LOST_NODE: readonly (readonly [string, Labels])[] = [
    ["NodeUnreachable", node],
    ["NodeNotReady", node],
    ["KubeletDown", node],
    ["NodeExporterDown", { ...node, instance: NODE }],
    ["LogAgentDown", node],
    ["TargetDown", { ...node, job: "cadvisor", instance: NODE }],
    ["DaemonSetPodsMissing", { namespace: "kube-system", daemonset: "cilium" }],
    ["PodStuckTerminating", { namespace: "database", pod: "mariadb-1" }],
    ["StatefulSetReplicasMissing", { namespace: "database", statefulset: "mariadb" }],
    ["MariadbServerMissing", {}],
    ["MariadbSemiSyncWithoutReplica", { instance: "10.0.1.7:9104" }],
];

/** Outages: all that fires, and who is called about which of it; of the lost API also who reads which of it. */
const OUTAGES: readonly {
    readonly name: string;
    readonly fires: readonly (readonly [string, Labels])[];
    readonly called: readonly string[];
    readonly written?: readonly string[];
}[] = [
    {
        name: "a lost node",
        fires: LOST_NODE,
        called: ["NodeUnreachable"],
    },
    {
        name: "a lost node that had OpenMRS",
        fires: [
            ...LOST_NODE,
            ["OpenmrsDown", { instance: "http://openmrs-backend:8080/openmrs/health/alive" }],
            ["OpenmrsNotStarted", { instance: "http://openmrs-backend:8080/openmrs/health/started" }],
            ["SessionUnreachable", { instance: "https://openmrs-gateway:8443/openmrs/ws/rest/v1/session" }],
            ["StatefulSetWithoutPod", { namespace: "openmrs", statefulset: "openmrs-backend" }],
        ],
        called: ["NodeUnreachable", "OpenmrsDown"],
    },
    {
        name: "a lost API server",
        fires: [
            ["ApiServerDown", {}],
            ["MonitoringJobMissing", { job: "kube-state-metrics" }],
            ["KubeStateMetricsListErrors", { resource: "*v1.Pod" }],
            ["KubeStateMetricsWatchErrors", { resource: "*v1.Pod" }],
            ["KubernetesClientErrors", { job: "kubelet", instance: NODE }],
            ["AggregatedApiDown", { name: "v1beta1.metrics.k8s.io" }],
            ["ApiBudgetBurn1h", {}],
            ["ApiBudgetBurn6h", {}],
        ],
        called: ["ApiServerDown"],
        written: [],
    },
    {
        name: "a lost collector of logs",
        fires: [
            ["MonitoringJobMissing", { job: "log-collector" }],
            ["MonitoringJobMissing", { job: "log-metrics" }],
            ["AuditLogGap", {}],
            ["AccessLogGap", {}],
            ["RedactionUnproven", {}],
        ],
        called: ["MonitoringJobMissing"],
    },
    {
        name: "a lost database",
        fires: [
            ["DatabaseDown", {}],
            ["SloApiBurn1h", {}],
            ["SloSignInBurn1h", {}],
            ["OpenmrsPoolPending", { namespace: "openmrs", workload: "openmrs-backend", instance: "a" }],
        ],
        called: ["DatabaseDown"],
    },
    {
        name: "a lost gateway",
        fires: [
            ["GatewayDown", {}],
            ["HomePageUnreachable", { instance: "https://openmrs-gateway:8443/openmrs/spa/home" }],
            ["SessionUnreachable", { instance: "https://openmrs-gateway:8443/openmrs/ws/rest/v1/session" }],
            ["SloPagesBurn1h", {}],
        ],
        called: ["GatewayDown"],
    },
];

const RULES = new Map(subjects().map(({ rule }) => [rule.alert, rule]));

describe("Alertmanager keeps back", function () {
    this.timeout(2 * WAIT_MS);

    let folder: string;
    let replica: Replica;
    before(async function () {
        this.timeout(BUILD_MS);
        await goProgram("alertmanager", console.log);
        folder = await mkdtemp(join(tmpdir(), "alertmanager-"));
        const ports = await freePorts();
        await certify(new Issuer(), folder);
        replica = new Replica(folder, ports, [ports], {
            // Whoever it would tell is not reached: nothing leaves, and it ends at once.
            config: (text) =>
                text.replaceAll(/https:\/\/(slack\.com|events\.eu\.pagerduty\.com)/g, "http://127.0.0.1:9"),
            args: (args) => args.filter((arg) => !arg.startsWith("--dispatch.start-delay=")),
        });
        await replica.start();
    });
    after(async () => {
        await replica.stop();
        await rm(folder, { recursive: true, force: true });
    });

    for (const [index, inhibition] of INHIBITIONS.entries()) {
        it(`what another alert says: ${inhibition.name}`, async () => {
            const { by, kept, elsewhere } = situation(inhibition, index.toString());
            const own = { essai: index.toString() };
            await replica.post(
                "/api/v2/alerts",
                [by, kept, elsewhere].map((labels) => ({ labels: { ...labels, ...own } })),
            );
            const of = async (labels: object) => {
                const wanted = JSON.stringify(Object.entries({ ...labels, ...own }).sort());
                const alerts = JSON.parse(
                    await replica.text(`/api/v2/alerts?filter=essai%3D%22${own.essai}%22`),
                ) as readonly Alert[];
                return alerts.find((one) => JSON.stringify(Object.entries(one.labels).sort()) === wanted)
                    ?.status;
            };
            // An alert's state is told once its group has been looked at, after its wait.
            const limit = performance.now() + WAIT_MS;
            while ((await of(kept))?.state !== "suppressed" && performance.now() < limit) {
                await sleep(50);
            }
            assert.equal((await of(kept))?.state, "suppressed");
            assert.equal((await of(kept))?.inhibitedBy.length, 1);
            assert.notEqual((await of(elsewhere))?.state, "suppressed");
            assert.notEqual((await of(by))?.state, "suppressed");
        });
    }

    for (const { name, fires, called, written } of OUTAGES) {
        it(`all but what has to be known of ${name}`, async () => {
            const cluster = name.replaceAll(" ", "-");
            await replica.post(
                "/api/v2/alerts",
                fires.map(([alertname, labels]) => {
                    const rule = RULES.get(alertname);
                    assert.ok(rule, `expected an alert ${alertname}, got none`);
                    const { severity, team } = rule;
                    return { labels: { ...rule.labels, ...labels, alertname, severity, team, cluster } };
                }),
            );
            const looked = async () =>
                JSON.parse(
                    await replica.text(`/api/v2/alerts?filter=cluster%3D%22${cluster}%22`),
                ) as readonly Alert[];
            const told = (alerts: readonly Alert[], wanted: string) => [
                ...new Set(
                    alerts.flatMap(({ labels: { alertname = "", severity }, status }) =>
                        status.state === "active" && severity === wanted ? [alertname] : [],
                    ),
                ),
            ];
            const limit = performance.now() + WAIT_MS;
            let alerts = await looked();
            // What inhibits takes effect a moment after it is posted.
            while (
                (alerts.length < fires.length ||
                    alerts.some(({ status }) => status.state === "unprocessed") ||
                    told(alerts, "critical").length > called.length) &&
                performance.now() < limit
            ) {
                await sleep(50);
                alerts = await looked();
            }
            assert.equal(alerts.length, fires.length);
            assert.deepEqual(told(alerts, "critical").sort(), called);
            if (written !== undefined) {
                assert.deepEqual(told(alerts, "warning"), written);
            }
        });
    }
});
