import type * as pulumi from "@pulumi/pulumi";
import { PriorityClass, type Provider } from "../kubernetes/api";
import { PRIORITIES } from "../kubernetes/priority";

/** The cluster's classes of priority; pods that name none come last. */
export function priorities(provider: Provider, parent: pulumi.Resource): readonly PriorityClass[] {
    return Object.values(PRIORITIES).map(
        ({ className, value }) =>
            new PriorityClass(
                className,
                { metadata: { name: className }, value, preemptionPolicy: "PreemptLowerPriority" },
                { parent, provider },
            ),
    );
}
