import { type AlertCase, always, cadvisor, changing, node } from "../case";

const own = { node: "aks-general-1" };

const offset = (seconds: number) => node("node_timex_offset_seconds", {}, always(seconds));

const synchronised = (status: string, error: number) => ({
    ...node("node_timex_sync_status", {}, status),
    ...node("node_timex_maxerror_seconds", {}, always(error)),
});

const packets = (way: string, what: string, lost: number, { id = "/", all = 10_000 } = {}) => ({
    ...cadvisor(`container_network_${way}_packets_total`, { id, interface: "eth0" }, changing(0, all)),
    ...cadvisor(`container_network_${way}_${what}_total`, { id, interface: "eth0" }, changing(0, lost)),
});

const losses = (alert: string, way: string, what: string): AlertCase => {
    const ofPod = (lost: number) => packets(way, what, lost, { id: "/kubepods/pod1" });
    return {
        alert,
        fires: [
            {
                series: { ...packets(way, what, 110), ...ofPod(0) },
                from: "1m",
                labels: { ...own, interface: "eth0" },
            },
            // rate() divides by the whole range: eleven a second once it is filled.
            {
                series: packets(way, what, 60, { all: 660 }),
                from: "5m",
                labels: { ...own, interface: "eth0" },
            },
        ],
        silent: [
            { series: { ...packets(way, what, 90), ...ofPod(200) } },
            // Hardly any traffic: a few packets are a large share of it.
            { series: packets(way, what, 100, { all: 540 }) },
        ],
    };
};

export const clockAndNetworkCases: readonly AlertCase[] = [
    {
        alert: "NodeClockSkew",
        fires: [
            { series: offset(0.06), labels: own },
            { series: offset(-0.06), labels: own },
        ],
        silent: [{ series: offset(0.045) }, { series: offset(-0.045) }],
    },
    {
        alert: "NodeClockNotSynchronised",
        fires: [{ series: synchronised(always(0), 16), labels: own }],
        silent: [
            { series: synchronised(always(1), 16) },
            { series: synchronised(always(0), 15) },
            { series: synchronised("0 0 0 1 0 0 0 1 0 0 0 1 0 0 0 1", 16) },
        ],
    },
    losses("NodeNetworkReceiveErrors", "receive", "errors"),
    losses("NodeNetworkTransmitErrors", "transmit", "errors"),
];
