import type * as pulumi from "@pulumi/pulumi";
import { ManagementLockByScope } from "../azure";

/**
 * Has Azure refuse to delete a resource, whoever asks and with whatever tool, until the lock is taken away. Pulumi takes
 * it away first when it destroys the stack.
 */
export function deleteLock(
    name: string,
    resourceId: pulumi.Input<string>,
    parent: pulumi.Resource,
): ManagementLockByScope {
    return new ManagementLockByScope(
        name,
        {
            lockName: "keep",
            scope: resourceId,
            level: "CanNotDelete",
            notes: "Données ou clés de santé : suppression interdite.",
        },
        { parent },
    );
}
