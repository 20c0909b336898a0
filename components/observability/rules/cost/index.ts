import type { RecordingRule, RuleGroup } from "../rule";
import type { RuleSettings } from "../rule-settings";

/** Euros a month at the present pace, by the label `resource`; what is not counted by namespace is the whole's. */
export const COST = "cost:euros_per_month";

/** Azure's month, by which it turns prices of an hour into those of a month. */
const HOURS_A_MONTH = 730;

const GIB = 1024 ** 3;

/** What is paid for, in the units of its price, and its price for a month. */
function costs(prices: RuleSettings["prices"]) {
    const requested = (resource: string) =>
        `sum by (namespace) (namespace:kube_pod_container_resource_requests:sum{resource="${resource}"})`;
    // Over a day: telemetry follows office hours.
    const ingested = (metric: string) =>
        `sum by (namespace) (rate(${metric}[1d])) * ${(HOURS_A_MONTH * 3600).toString()} / ${GIB.toString()}`;
    return {
        cpu: { units: requested("cpu"), price: prices.cpuHour * HOURS_A_MONTH },
        memory: {
            units: `${requested("memory")} / ${GIB.toString()}`,
            price: prices.memoryGiBHour * HOURS_A_MONTH,
        },
        disk: {
            units: `sum by (namespace) (max by (namespace, persistentvolumeclaim) (kube_persistentvolumeclaim_resource_requests_storage_bytes{job="kube-state-metrics"})) / ${GIB.toString()}`,
            price: prices.diskGiBMonth,
        },
        logs: {
            units: ingested('loki_distributor_bytes_received_total{job="loki"}'),
            price: prices.ingestedGiB,
        },
        traces: {
            units: ingested('tempo_distributor_bytes_received_total{job="tempo"}'),
            price: prices.ingestedGiB,
        },
    };
}

/** As a number that Prometheus reads back. */
const number = (value: number) => Number(value.toFixed(6)).toString();

/** What the platform costs, from what it asks for and keeps. */
export const costGroups = ({ prices }: RuleSettings): readonly RuleGroup[] => [
    {
        name: "cost",
        title: "Les coûts",
        recordings: Object.entries(costs(prices)).map(([resource, { units, price }]): RecordingRule => ({
            record: COST,
            expr: `${units} * ${number(price)}`,
            labels: { resource },
        })),
    },
];
