import type * as pulumi from "@pulumi/pulumi";
import { DiagnosticSetting } from "../azure";

export interface AuditLogArgs {
    /** Azure resource id of what is audited. */
    readonly resourceId: pulumi.Input<string>;

    /** Azure resource id of the Log Analytics workspace that keeps the log. */
    readonly workspaceId: pulumi.Input<string>;

    /** Log categories to send. Defaults to the service's whole "audit" group. */
    readonly categories?: readonly string[];
}

/** Sends a resource's audit log to the workspace (HDS EXI 15 and 16, ISO/IEC 27001 A.8.15). */
export function auditLog(name: string, args: AuditLogArgs, parent: pulumi.Resource): DiagnosticSetting {
    const logs = args.categories?.map((category) => ({ category, enabled: true }));
    return new DiagnosticSetting(
        name,
        {
            name: "audit",
            resourceUri: args.resourceId,
            workspaceId: args.workspaceId,
            logs: logs ?? [{ categoryGroup: "audit", enabled: true }],
        },
        { parent },
    );
}
