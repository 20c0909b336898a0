import * as pulumi from "@pulumi/pulumi";
import { ManagementLockByScope } from "../azure";

export interface DeleteLocksArgs {
    /** Azure resource ids of what must stay, by the name of each lock. */
    readonly scopes: Readonly<Record<string, pulumi.Input<string>>>;

    /** Whether Pulumi refuses to take a lock away, so that a hasty destroy ends before it comes to what is locked. */
    readonly protectData: boolean;
}

/**
 * Has Azure refuse to delete what holds data or keys, whoever asks and with whatever tool, until the lock is taken away.
 *
 * A lock holds for everything under its resource: keys, node pools, role assignments, diagnostic settings. So it comes after
 * all of these, and a destroy takes it away before any of them. An id that was made to wait for what is replaced at times
 * (node pools) has the lock replaced along.
 */
export class DeleteLocks extends pulumi.ComponentResource {
    constructor(name: string, args: DeleteLocksArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:governance:DeleteLocks", name, {}, opts);
        for (const [key, scope] of Object.entries(args.scopes)) {
            new ManagementLockByScope(
                `${name}-${key}`,
                {
                    lockName: "keep",
                    scope,
                    level: "CanNotDelete",
                    notes: "Données ou clés de santé : suppression interdite.",
                },
                { parent: this, protect: args.protectData },
            );
        }
        this.registerOutputs({});
    }
}
