import { type AlertCase, always, changing, node } from "../case";

const own = { node: "aks-general-1" };

/** Seconds a minute that each of two processors is idle. */
const idle = (seconds: number) => ({
    ...node("node_cpu_seconds_total", { cpu: "0", mode: "idle" }, changing(0, seconds)),
    ...node("node_cpu_seconds_total", { cpu: "1", mode: "idle" }, changing(0, seconds)),
    ...node("node_cpu_seconds_total", { cpu: "0", mode: "user" }, changing(0, 60 - seconds)),
    ...node("node_cpu_seconds_total", { cpu: "1", mode: "user" }, changing(0, 60 - seconds)),
    ...node("node_cpu_seconds_total", { cpu: "0", mode: "steal" }, always(0)),
});

const pressure = (alert: string, metric: string, share: number): AlertCase => {
    const waiting = (seconds: number) => node(metric, {}, changing(0, seconds));
    return {
        alert,
        fires: [{ series: waiting(60 * share * 1.1), from: "10m", labels: own }],
        silent: [{ series: waiting(60 * share * 0.9) }],
    };
};

const memory = (available: number) => ({
    ...node("node_memory_MemAvailable_bytes", {}, always(available)),
    ...node("node_memory_MemTotal_bytes", {}, always(1000)),
});

export const nodeResourcesCases: readonly AlertCase[] = [
    {
        alert: "NodeCpuHigh",
        fires: [{ series: idle(5), from: "1m", labels: own }],
        silent: [{ series: idle(7) }],
    },
    pressure("NodeCpuPressure", "node_pressure_cpu_waiting_seconds_total", 0.5),
    pressure("NodeMemoryPressure", "node_pressure_memory_waiting_seconds_total", 0.1),
    pressure("NodeDiskPressure", "node_pressure_io_waiting_seconds_total", 0.5),
    {
        alert: "NodeMemoryHigh",
        fires: [{ series: memory(70), labels: own }],
        silent: [{ series: memory(90) }],
    },
];
