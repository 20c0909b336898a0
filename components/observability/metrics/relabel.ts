import { API_SERVER_BUCKETS, KEPT } from "./kept";

/** A step of relabelling, as Prometheus has it. */
export interface Relabelling {
    readonly source_labels?: readonly string[];
    readonly regex?: string;
    readonly target_label?: string;
    readonly replacement?: string;
    readonly action?: "keep" | "drop" | "labeldrop";
}

const literal = (text: string) => text.replace(/[.+]/g, "\\$&");

const isBucket = (name: string) => name === "apiserver_request_sli_duration_seconds_bucket";

/** Lets only these metrics pass. */
const keepNames = (names: readonly string[]): Relabelling => ({
    source_labels: ["__name__"],
    regex: names.join("|"),
    action: "keep",
});

/** What becomes of the series of the cluster's own programs. */
export const KEEPING = {
    kubelet: [keepNames(KEPT.kubelet)],
    cadvisor: [
        keepNames(KEPT.cadvisor),
        {
            // A pod's sum over its containers, and the node's system services; "/" is the node.
            source_labels: ["__name__", "container", "id"],
            regex: "container_(cpu|memory|fs|oom|spec)_.*;;/.+",
            action: "drop",
        },
        {
            // Of the node's interfaces, those of its pods, which come and go with them, and the fast way (enP) that the
            // first one (eth0) counts too: their sum would count twice.
            source_labels: ["id", "interface"],
            regex: "/;(azv|cilium_|dummy|enP|lo|lxc|veth).*",
            action: "drop",
        },
        // The container's id once more.
        { regex: "name", action: "labeldrop" },
    ],
    apiserver: [
        {
            source_labels: ["__name__", "le"],
            regex: [
                `(${KEPT.apiserver.filter((name) => !isBucket(name)).join("|")});`,
                `${KEPT.apiserver.filter(isBucket).join("|")};(${API_SERVER_BUCKETS.map(literal).join("|")})`,
            ].join("|"),
            action: "keep",
        },
    ],
} as const satisfies Readonly<Record<string, readonly Relabelling[]>>;

/** Gives every target a label of one value. */
export const labelled = (labels: Readonly<Record<string, string>>): readonly Relabelling[] =>
    Object.entries(labels).map(([target_label, replacement]) => ({ target_label, replacement }));

/** Series that a collector counted of others: their namespace and workload are these others', job and instance its own. */
export const DERIVED: readonly Relabelling[] = [
    ...["namespace", "workload"].map((label) => ({
        source_labels: [`exported_${label}`],
        regex: "(.+)",
        target_label: label,
    })),
    { regex: "exported_(namespace|workload|job|instance)", action: "labeldrop" },
];

/** Names a target after its node: an instance that outlives its pod. */
export const nodeFrom = (label: string): readonly Relabelling[] =>
    ["node", "instance"].map((target_label) => ({ source_labels: [label], target_label }));
