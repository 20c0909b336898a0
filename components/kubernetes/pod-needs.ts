import type * as pulumi from "@pulumi/pulumi";
import { ConfigMap, ServiceAccount } from "./api";
import { declareFlows } from "./declared-flows";
import { type Connection, WORKLOAD_LABEL } from "./flows";
import { configMapName, type PodArgs } from "./pod";

/** What every object of a workload or a task says of itself. */
export const labelsOf = (name: string) => ({
    [WORKLOAD_LABEL]: name,
    "app.kubernetes.io/part-of": "audioprothese-plus",
    "app.kubernetes.io/managed-by": "pulumi",
});

export interface PodNeedsArgs extends Pick<PodArgs, "volumes"> {
    readonly name: string;
    readonly namespace: string;
    readonly connectsTo?: readonly Connection[];
}

/** What must be there before a pod starts: its account, which opens no API, its configuration and its flows. */
export function podNeeds(
    args: PodNeedsArgs,
    labels: Readonly<Record<string, string>>,
    parent: pulumi.Resource,
): readonly pulumi.Resource[] {
    const { name, namespace, volumes = {}, connectsTo = [] } = args;
    const metadata = { name, namespace, labels };
    return [
        new ServiceAccount(name, { metadata, automountServiceAccountToken: false }, { parent }),
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
