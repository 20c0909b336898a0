import { stackConfig } from "../../architecture/stack-config";
import type { Refusal } from "./refusals";

const P = "audioprothese-plus";
const observability = `${P}:observability`;

const dev = JSON.parse(stackConfig("dev")[observability] ?? "{}") as Readonly<Record<string, object>>;

/** A part of the stack's own value with some keys changed. */
const part = (name: string, changes: object) => ({ [name]: { ...dev[name], ...changes } });

const ranges = "public IPv4 ranges by centre, none of which meet";

/** What is refused of metrics, logs, traces and of those who read them. */
export const REFUSED_OBSERVABILITY: readonly Refusal[] = [
    [
        "metrics without the memory that they need",
        [observability, part("metrics", { memory: "64Mi" })],
        [`${observability}.metrics.memory: expected at least 512Mi of memory, got "64Mi"`],
    ],
    [
        "metrics that take every processor of their node",
        [observability, part("metrics", { cpu: "4000m" })],
        [
            `${observability}.metrics.cpu: expected less than the 4 processors of nodePools.general.vmSize, got "4000m"`,
        ],
    ],
    [
        "audit logs kept for less than the CNIL's six months",
        [observability, part("logs", { auditRetentionDays: 90 })],
        [`${observability}.logs.auditRetentionDays: expected a whole number of days from 180 to 365, got 90`],
    ],
    [
        "audit logs kept for more than the CNIL's year",
        [observability, part("logs", { auditRetentionDays: 1000 })],
        [
            `${observability}.logs.auditRetentionDays: expected a whole number of days from 180 to 365, got 1000`,
        ],
    ],
    [
        "two servers of Loki, which agree on nothing once one is lost",
        [observability, part("logs", { replicas: 2 })],
        [`${observability}.logs.replicas: expected 1 or 3, got 2`],
    ],
    [
        "a share of traces above all",
        [observability, part("traces", { samplePercent: 101 })],
        [`${observability}.traces.samplePercent: expected a whole number of percent from 0 to 100, got 101`],
    ],
    [
        "a price below nothing",
        [observability, part("prices", { cpuHour: -1 })],
        [`${observability}.prices.cpuHour: expected a price in euros from 0 to 1000, got -1`],
    ],
    [
        "documentation that is not read over TLS",
        [observability, { documentationUrl: "http://docs.example.fr" }],
        [
            `${observability}.documentationUrl: expected an https address without a slash at the end such as https://docs.example.fr, got "http://docs.example.fr"`,
        ],
    ],
    [
        "a dead man's switch whose beat the cluster itself expects",
        [observability, { heartbeatHost: "veille.observability.svc.cluster.local" }],
        [
            `${observability}.heartbeatHost: expected a host outside the cluster, got "veille.observability.svc.cluster.local"`,
        ],
    ],
    [
        "a certificate of the name of a secret",
        [observability, { tlsCertificate: "openmrs-admin-password" }],
        [
            `${observability}.tlsCertificate: expected a name that no secret of the platform has, got "openmrs-admin-password"`,
        ],
    ],
    [
        "no centre",
        [observability, { centres: {} }],
        [`${observability}.centres: expected at least one centre, got {}`],
    ],
    [
        "a centre's name that no label takes",
        [observability, { centres: { "Saint-Étienne": "192.0.2.0/26" } }],
        [
            `${observability}.centres.Saint-Étienne: expected a name of 1 to 32 lower-case letters, digits or hyphens, got "Saint-Étienne"`,
        ],
    ],
    [
        "two centres that share addresses",
        [observability, { centres: { lyon: "192.0.2.0/25", paris: "192.0.2.64/26" } }],
        [`${observability}.centres: expected ${ranges}, got {"lyon":"192.0.2.0/25","paris":"192.0.2.64/26"}`],
    ],
    [
        "a centre that the edge does not let in",
        [observability, { centres: { lyon: "203.0.113.0/26" } }],
        [
            `${observability}.centres.lyon: expected a range that edge.allowedSources lets in, got "203.0.113.0/26"`,
        ],
    ],
    [
        "too few nodes for the copies of the metrics and alerts",
        [`${P}:nodePools`, { general: { vmSize: "Standard_D4ds_v5", minCount: 1, maxCount: 2 } }],
        [`${P}:nodePools.general.maxCount: expected a whole number of nodes from 3 to 50, got 2`],
    ],
];
