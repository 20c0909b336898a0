import type { Compute } from "../kubernetes/pod";

/** Days that something is kept, on a disk of its own, by a program of this size. */
interface Kept extends Compute {
    readonly storageGiB: number;
}

/** What a stack chooses of its observability; Pulumi.yaml describes each value. */
export interface ObservabilitySettings {
    /** Name of Grafana, which the private network alone knows. */
    readonly host: string;

    /** Name in the Key Vault of its certificate. */
    readonly tlsCertificate: string;

    /** Id of Grafana's app registration in Entra, which trusts Grafana's account in the cluster. */
    readonly grafanaClientId: string;

    /** Where docs/ is published, without a slash at the end. */
    readonly documentationUrl: string;

    /** Host outside that expects the dead man's switch's beat every few minutes. */
    readonly heartbeatHost: string;

    readonly metrics: Kept & { readonly retentionDays: number };

    readonly logs: Kept & {
        /** Of audit and access logs, in days. */
        readonly auditRetentionDays: number;

        /** Of all other logs, in days. */
        readonly applicationRetentionDays: number;

        /** Servers of Loki: one, or three that share what they take in. */
        readonly replicas: number;
    };

    readonly traces: Kept & {
        readonly retentionDays: number;

        /** Percentage kept of the traces that neither failed nor were slow. */
        readonly samplePercent: number;
    };

    /** Prices without tax, in euros, of the cost dashboard. */
    readonly prices: {
        /** Of one processor for an hour. */
        readonly cpuHour: number;
        /** Of a GiB of memory for an hour. */
        readonly memoryGiBHour: number;
        /** Of a GiB of disk for a month. */
        readonly diskGiBMonth: number;
        /** Of a GiB of logs or traces taken in, kept for as long as it is. */
        readonly ingestedGiB: number;
    };

    /** Public addresses of each centre, as CIDR, by its name. */
    readonly centres: Readonly<Record<string, string>>;
}
