import type { ObservabilitySettings } from "../settings";

/** What the rules of a stack depend on. */
export interface RuleSettings extends Pick<ObservabilitySettings, "documentationUrl" | "prices"> {
    readonly databaseMode: "inCluster" | "managed";

    /** Day on which the platform's own credentials were last renewed, as YYYY-MM-DD. */
    readonly credentialsRotatedOn: string;

    /** Names of the centres. */
    readonly centres: readonly string[];
}
