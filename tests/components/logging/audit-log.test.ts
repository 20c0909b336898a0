import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { AUDIT_TABLES, auditLog, type AuditLogArgs } from "../../../components/logging/audit-log";
import { only, settled, startRecording } from "../../support/recorder";

const AUDIT_GROUP = [{ categoryGroup: "audit", enabled: true }];

describe("auditLog", () => {
    beforeEach(startRecording);

    async function settingOf(service: AuditLogArgs["service"]): Promise<Record<string, unknown>> {
        const parent = new pulumi.ComponentResource("test:Parent", "parent");
        auditLog("audit", { service, resourceId: "resource", workspaceId: "workspace" }, parent);
        await settled();
        return only("azure-native:monitor:DiagnosticSetting").inputs;
    }

    it("sends the service's own group of audit categories to the workspace", async () => {
        assert.deepEqual(await settingOf("registry"), {
            name: "audit",
            resourceUri: "resource",
            workspaceId: "workspace",
            logs: AUDIT_GROUP,
        });
    });

    it("names the categories of a service that has no such group", async () => {
        const { logs } = await settingOf("storage");
        assert.deepEqual(logs, [
            { category: "StorageRead", enabled: true },
            { category: "StorageWrite", enabled: true },
            { category: "StorageDelete", enabled: true },
        ]);
    });

    const CHOOSES_TABLES: readonly AuditLogArgs["service"][] = [
        "applicationGateway",
        "cluster",
        "firewall",
        "keyVault",
    ];
    for (const service of CHOOSES_TABLES) {
        it(`has ${service} write to tables of its own, which can be exported`, async () => {
            const { logAnalyticsDestinationType } = await settingOf(service);
            assert.equal(logAnalyticsDestinationType, "Dedicated");
        });
    }

    it("logs all that is asked of the API server, reads included, and who was let in", async () => {
        const { logs } = await settingOf("cluster");
        assert.deepEqual(logs, [
            { category: "kube-audit", enabled: true },
            { category: "guard", enabled: true },
            { category: "cloud-controller-manager", enabled: true },
        ]);
    });
});

describe("AUDIT_TABLES", () => {
    it("are these and no other", () => {
        assert.deepEqual(AUDIT_TABLES, [
            "AGWAccessLogs",
            "AGWFirewallLogs",
            "AKSAudit",
            "AKSControlPlane",
            "AZFWApplicationRule",
            "AZFWDnsQuery",
            "AZFWIdpsSignature",
            "AZFWNetworkRule",
            "AZFWThreatIntel",
            "AZKVAuditLogs",
            "AzureActivity",
            "ContainerRegistryLoginEvents",
            "ContainerRegistryRepositoryEvents",
            "LAQueryLogs",
            "MicrosoftAzureBastionAuditLogs",
            "StorageBlobLogs",
        ]);
    });
});
