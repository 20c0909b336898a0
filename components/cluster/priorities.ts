import type * as pulumi from "@pulumi/pulumi";
import { PriorityClass, type Provider } from "../kubernetes/api";
import { PRIORITIES } from "../kubernetes/priority";

/** The cluster's classes of priority; pods that name none come last. The API refuses a pod of a class that is not there yet. */
export function priorities(provider: Provider, parent: pulumi.Resource): void {
    for (const { className, value } of Object.values(PRIORITIES)) {
        new PriorityClass(
            className,
            { metadata: { name: className }, value, preemptionPolicy: "PreemptLowerPriority" },
            { parent, provider },
        );
    }
}
