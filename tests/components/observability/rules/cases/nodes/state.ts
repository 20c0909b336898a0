import { type AlertCase, always, ksm, node } from "../case";

const own = { node: "aks-general-1" };

const condition = (name: string, status: string, values: string) =>
    ksm("kube_node_status_condition", { ...own, condition: name, status }, values);

const putAside = (value: number, name = own.node) =>
    ksm("kube_node_spec_unschedulable", { node: name }, `${value.toString()}x600`);

const taint = (key: string, effect: string, values = always(1)) =>
    ksm("kube_node_spec_taint", { ...own, key, effect, value: "" }, values);

const UNREACHABLE = "node.kubernetes.io/unreachable";
const LEAVING = taint("ToBeDeletedByClusterAutoscaler", "NoSchedule");

export const nodeStateCases: readonly AlertCase[] = [
    {
        alert: "NodeNotReady",
        fires: [{ series: { ...condition("Ready", "true", always(0)), ...putAside(0) }, labels: own }],
        silent: [
            { series: { ...condition("Ready", "true", always(1)), ...putAside(0) } },
            { series: { ...condition("Ready", "true", always(0)), ...putAside(1) } },
            {
                series: {
                    ...condition("Ready", "true", always(0)),
                    ...putAside(1),
                    ...putAside(0, "aks-general-2"),
                },
            },
            { series: { ...condition("Ready", "false", always(0)), ...putAside(0) } },
            { series: { ...condition("DiskPressure", "true", always(0)), ...putAside(0) } },
        ],
    },
    {
        alert: "NodeUnreachable",
        fires: [{ series: taint(UNREACHABLE, "NoExecute"), labels: own }],
        silent: [
            { series: { ...taint(UNREACHABLE, "NoExecute"), ...LEAVING } },
            { series: taint(UNREACHABLE, "NoSchedule") },
            { series: taint("node.kubernetes.io/memory-pressure", "NoExecute") },
        ],
    },
    {
        alert: "NodeReadinessFlapping",
        fires: [
            {
                series: { ...condition("Ready", "true", "1x4 0x4 1x4 0x4 1x40"), ...putAside(0) },
                from: "20m",
                labels: own,
            },
        ],
        silent: [
            { series: { ...condition("Ready", "true", "1x4 0x4 1x4 0x40"), ...putAside(0) } },
            { series: { ...condition("Ready", "true", "1x4 0x4 1x4 0x4 1x40"), ...putAside(1) } },
            { series: { ...condition("Ready", "unknown", "1x4 0x4 1x4 0x4 1x40"), ...putAside(0) } },
            { series: { ...condition("DiskPressure", "true", "1x4 0x4 1x4 0x4 1x40"), ...putAside(0) } },
            {
                series: {
                    ...condition("Ready", "true", "1x4 0x4 1x4 0x4 1x40"),
                    ...putAside(1),
                    ...putAside(0, "aks-general-2"),
                },
            },
        ],
    },
    {
        alert: "NodePressure",
        fires: ["MemoryPressure", "DiskPressure", "PIDPressure"].map((name) => ({
            series: condition(name, "true", always(1)),
            labels: { ...own, condition: name },
        })),
        silent: [
            { series: condition("MemoryPressure", "true", always(0)) },
            { series: condition("MemoryPressure", "false", always(1)) },
            { series: condition("Ready", "true", always(1)) },
        ],
    },
    {
        alert: "NodeNetworkUnavailable",
        fires: [{ series: condition("NetworkUnavailable", "true", always(1)), labels: own }],
        silent: [
            { series: condition("NetworkUnavailable", "true", always(0)) },
            { series: condition("NetworkUnavailable", "false", always(1)) },
            { series: condition("Ready", "true", always(1)) },
        ],
    },
    {
        alert: "NodeCordonedTooLong",
        fires: [
            {
                series: { ...putAside(1), ...taint("node.kubernetes.io/unschedulable", "NoSchedule") },
                labels: own,
            },
        ],
        silent: [{ series: putAside(0) }, { series: { ...putAside(1), ...LEAVING } }],
    },
    {
        alert: "NodeExporterDown",
        fires: [{ series: node("up", {}, always(0)), labels: { ...own, instance: "10.0.1.4:9100" } }],
        silent: [{ series: node("up", {}, always(1)) }],
    },
];
