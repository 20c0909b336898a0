import * as assert from "node:assert/strict";
import { AUDIT_TABLES } from "../../../components/logging/audit-log";
import { Logging } from "../../../components/logging/logging";
import { all, only, settled, startRecording } from "../../support/recorder";
import { names, scope } from "../../support/scope";

const SETTING = "azure-native:monitor:DiagnosticSetting";
const TABLE = "azure-native:operationalinsights:Table";

describe("Logging", () => {
    beforeEach(async () => {
        await startRecording();
        new Logging("logging", {
            ...scope,
            names,
            subscriptionId: "subscription",
            retentionDays: 365,
            actionGroupId: "people",
            protectData: false,
        });
        await settled();
    });

    it("keeps the logs private, for as long as it is told", () => {
        assert.deepEqual(only("azure-native:operationalinsights:Workspace").inputs, {
            ...scope,
            workspaceName: "log-aplus-core-dev-frc",
            sku: { name: "PerGB2018" },
            retentionInDays: 365,
            features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true },
            publicNetworkAccessForIngestion: "Disabled",
            publicNetworkAccessForQuery: "Disabled",
        });
    });

    it("keeps every audit table searchable to the end of its retention", () => {
        const audited = all(TABLE).filter(({ inputs }) => AUDIT_TABLES.includes(String(inputs.tableName)));
        assert.deepEqual(
            audited.map(({ inputs }) => inputs),
            AUDIT_TABLES.map((tableName) => ({
                tableName,
                workspaceName: "log-aplus-core-dev-frc",
                resourceGroupName: "rg-aplus-core-dev-frc",
                plan: "Analytics",
                retentionInDays: 365,
                totalRetentionInDays: 365,
            })),
        );
    });

    it("keeps what is technical no longer than the CNIL's six months, whatever the audit logs' retention", () => {
        const technical = all(TABLE).filter(({ inputs }) => !AUDIT_TABLES.includes(String(inputs.tableName)));
        assert.deepEqual(
            technical.map(({ inputs }) => [
                inputs.tableName,
                inputs.retentionInDays,
                inputs.totalRetentionInDays,
            ]),
            [
                ["NTAIpDetails", 90, 180],
                ["NTANetAnalytics", 90, 180],
                ["NTATopologyDetails", 90, 180],
            ],
        );
    });

    it("logs who reads the logs", () => {
        assert.deepEqual(only(SETTING, "logging-audit").inputs, {
            name: "audit",
            resourceUri: "logging-id",
            workspaceId: "logging-id",
            logs: [{ categoryGroup: "audit", enabled: true }],
        });
    });

    it("logs the activity of the whole subscription", () => {
        const { resourceUri, logs } = only(SETTING, "logging-activity").inputs;
        assert.equal(resourceUri, "/subscriptions/subscription");
        assert.deepEqual(
            (logs as { category: string; enabled: boolean }[]).map(({ category, enabled }) => [
                category,
                enabled,
            ]),
            [
                ["Administrative", true],
                ["Security", true],
                ["ServiceHealth", true],
                ["Alert", true],
                ["Recommendation", true],
                ["Policy", true],
                ["ResourceHealth", true],
            ],
        );
    });

    it("writes to the people of Azure's own incidents in the region, or in all of them", () => {
        assert.deepEqual(only("azure-native:monitor:ScheduledQueryRule").inputs, {
            ...scope,
            ruleName: "service-health",
            kind: "LogAlert",
            displayName: "Incident ou maintenance d’Azure",
            description:
                "Azure annonce un incident ou une maintenance dans la région de la plateforme : lire l’avis dans Service Health.",
            enabled: true,
            severity: 1,
            scopes: ["logging-id"],
            evaluationFrequency: "PT15M",
            windowSize: "PT1H",
            autoMitigate: true,
            criteria: {
                allOf: [
                    {
                        query: [
                            "AzureActivity",
                            '| where CategoryValue == "ServiceHealth"',
                            '| extend Event = replace_string(strcat(Properties, tostring(Properties_d)), " ", "")',
                            '| where Event has "francecentral" or Event has "Global"',
                            "| extend TrackingId = tostring(Properties_d.trackingId)",
                        ].join("\n"),
                        timeAggregation: "Count",
                        operator: "GreaterThan",
                        threshold: 0,
                        dimensions: [{ name: "TrackingId", operator: "Include", values: ["*"] }],
                        failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 },
                    },
                ],
            },
            actions: { actionGroups: ["people"] },
        });
    });

    it("makes the region's network watcher, before Azure makes one", () => {
        assert.deepEqual(only("azure-native:network:NetworkWatcher").inputs, {
            ...scope,
            networkWatcherName: "nw-aplus-core-dev-frc",
        });
    });
});
