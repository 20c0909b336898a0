import type * as pulumi from "@pulumi/pulumi";
import { ConfigMap, ServiceAccount } from "./api";
import { grantRights } from "./api-rights";
import { declareFlows } from "./declared-flows";
import { type Connection, WORKLOAD_LABEL } from "./flows";
import type { PodArgs } from "./pod";
import { configMapName } from "./volumes";

/** What every object of a workload or a task says of itself. */
export const labelsOf = (name: string) => ({
    [WORKLOAD_LABEL]: name,
    "app.kubernetes.io/part-of": "audioprothese-plus",
    "app.kubernetes.io/managed-by": "pulumi",
});

export interface PodNeedsArgs extends Pick<PodArgs, "volumes" | "apiRights"> {
    readonly name: string;
    readonly namespace: string;
    readonly connectsTo?: readonly Connection[];

    /** Application id of the managed identity that the account takes on. Defaults to none. */
    readonly identityClientId?: pulumi.Input<string>;
}

/** Label of the pods that AKS hands a token of the managed identity of their account. */
export const IDENTITY_LABEL = { "azure.workload.identity/use": "true" };

/** What must be there before a pod starts: its account with its rights, its configuration and its flows. */
export function podNeeds(
    args: PodNeedsArgs,
    labels: Readonly<Record<string, string>>,
    parent: pulumi.Resource,
): readonly pulumi.Resource[] {
    const { name, namespace, volumes = {}, connectsTo = [], apiRights = {}, identityClientId } = args;
    const metadata = { name, namespace, labels };
    const identity = identityClientId !== undefined && {
        annotations: { "azure.workload.identity/client-id": identityClientId },
    };
    return [
        new ServiceAccount(
            name,
            { metadata: { ...metadata, ...identity }, automountServiceAccountToken: false },
            { parent },
        ),
        ...grantRights({ name, namespace }, apiRights, labels, parent),
        ...Object.entries(volumes).flatMap(([volumeName, volume]) =>
            volume.kind === "files"
                ? [
                      new ConfigMap(
                          `${name}-${volumeName}`,
                          {
                              metadata: { ...metadata, name: configMapName(name, volumeName) },
                              data: volume.files,
                          },
                          { parent },
                      ),
                  ]
                : [],
        ),
        ...declareFlows({ namespace, workload: name }, connectsTo, parent),
    ];
}
