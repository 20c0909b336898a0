import type * as pulumi from "@pulumi/pulumi";
import { ScheduledQueryRule } from "../azure";
import type { AzureScope } from "../azure-scope";

export interface ServiceHealthArgs extends AzureScope {
    /** Azure resource id of the workspace that receives the activity log. */
    readonly workspaceId: pulumi.Input<string>;

    /** Azure resource id of the people who are written to. */
    readonly actionGroupId: pulumi.Input<string>;
}

/**
 * Events of Azure itself in a region, or in all of them. Azure writes the region by its display name ("France Central"), in
 * one property or another as the kind of event has it, so the spaces go and the whole event is searched.
 */
const eventsIn = (region: string) =>
    [
        "AzureActivity",
        '| where CategoryValue == "ServiceHealth"',
        '| extend Event = replace_string(strcat(Properties, tostring(Properties_d)), " ", "")',
        `| where Event has "${region}" or Event has "Global"`,
        "| extend TrackingId = tostring(Properties_d.trackingId)",
    ].join("\n");

/** Writes to the action group of each incident and maintenance of Azure that may touch the platform, once. */
export function serviceHealthAlert(
    name: string,
    args: ServiceHealthArgs,
    parent: pulumi.Resource,
): ScheduledQueryRule {
    const { resourceGroupName, location, tags } = args;
    return new ScheduledQueryRule(
        name,
        {
            ruleName: "service-health",
            resourceGroupName,
            location,
            kind: "LogAlert",
            displayName: "Incident ou maintenance d’Azure",
            description:
                "Azure annonce un incident ou une maintenance dans la région de la plateforme : lire l’avis dans Service Health.",
            enabled: true,
            // Of 0 (critical) to 4.
            severity: 1,
            scopes: [args.workspaceId],
            evaluationFrequency: "PT15M",
            // An hour, for the log comes late at times; an event that is found again meanwhile is the same alert still.
            windowSize: "PT1H",
            autoMitigate: true,
            criteria: {
                allOf: [
                    {
                        query: eventsIn(location),
                        timeAggregation: "Count",
                        operator: "GreaterThan",
                        threshold: 0,
                        dimensions: [{ name: "TrackingId", operator: "Include", values: ["*"] }],
                        failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 },
                    },
                ],
            },
            actions: { actionGroups: [args.actionGroupId] },
            tags,
        },
        { parent },
    );
}
