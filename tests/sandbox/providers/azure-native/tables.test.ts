import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { azureNative } from "../../../../sandbox/providers/azure-native/provider";
import { readSchema, type Shape } from "../../../../sandbox/providers/azure-native/schema";
import { armTypes } from "../../../../sandbox/providers/azure-native/types";
import { ProviderClient, type Properties } from "../provider-client";

const REGISTRY = "azure-native:containerregistry:Registry";
const ROLE = "azure-native:authorization:RoleAssignment";
const VAULT = "azure-native:keyvault:Vault";

describe("the tables of the azure-native stand-in", () => {
    let client: ProviderClient;
    beforeEach(async () => {
        client = await ProviderClient.start(azureNative, {});
    });
    afterEach(() => {
        client.close();
    });

    it("hold every class that the components use", () => {
        const code = readFileSync(require.resolve("../../../../components/azure.ts"), "utf8");
        const used = Array.from(
            code.matchAll(/export \{ ([A-Z]\w+)(?: as \w+)? \} from "@pulumi\/azure-native\/(\w+)\//g),
            ([, name = "", module = ""]) => `azure-native:${module}:${name}`,
        );
        assert.ok(used.length > 10);
        assert.deepEqual(
            used.filter((type) => armTypes[type] === undefined),
            [],
        );
    });

    it("find the shape of every nested object in the npm package", () => {
        const seen = new Set<Shape>();
        const walk = (shape: Shape): void => {
            assert.ok(shape.size > 0);
            seen.add(shape);
            for (const { shape: nested } of shape.values()) {
                if (nested !== undefined && !seen.has(nested())) {
                    walk(nested());
                }
            }
        };
        for (const type of Object.keys(armTypes)) {
            walk(readSchema(type).response);
        }
        assert.ok(seen.size > 200);
    });

    for (const [type, arm] of Object.entries(armTypes)) {
        it(`give or leave out every output of ${type}, and name no other`, async () => {
            const { response } = readSchema(type);
            const names = Array.from(arm.path.matchAll(/\{(\w+)\}/g), ([, name = ""]) => [name, "sample"]);
            const { outputs } = await client.deploy(type, {
                ...(Object.fromEntries(names) as Properties),
                location: "francecentral",
                ...REQUIRED_INPUTS[type],
            });
            const top = (path: string) => path.split(/[.[{]/)[0] ?? "";
            const named = [...Object.keys(arm.outputs), ...(arm.unset?.split(/\s+/) ?? [])].map(top);
            assert.deepEqual(
                named.filter((name) => !response.has(name)),
                [],
            );
            assert.deepEqual(
                Object.keys(outputs).filter((name) => !response.has(name)),
                [],
            );
        });
    }
});

/** Inputs without which Azure would have nothing to repeat. */
const REQUIRED_INPUTS: Readonly<Record<string, Properties>> = {
    [VAULT]: { properties: { tenantId: "t", sku: { family: "A", name: "premium" } } },
    [REGISTRY]: { sku: { name: "Premium" } },
    [ROLE]: {
        roleAssignmentName: "11111111-2222-3333-4444-555555555555",
        principalId: "p",
        principalType: "ServicePrincipal",
        roleDefinitionId: "d",
    },
    "azure-native:compute:DiskEncryptionSet": {
        identity: { type: "UserAssigned" },
        activeKey: { keyUrl: "https://kv.vault.azure.net/keys/disks/1" },
    },
    "azure-native:containerservice:MaintenanceConfiguration": { configName: "default" },
    "azure-native:containerservice:ManagedCluster": {
        agentPoolProfiles: [{ name: "system", mode: "System", count: 1 }],
    },
    "azure-native:monitor:DiagnosticSetting": {
        workspaceId: "log",
        logs: [{ categoryGroup: "audit", enabled: true }],
    },
    "azure-native:network:PublicIPAddress": { sku: { name: "Standard" }, publicIPAllocationMethod: "Static" },
    "azure-native:privatedns:PrivateRecordSet": {
        recordType: "A",
        ttl: 300,
        aRecords: [{ ipv4Address: "10.0.0.4" }],
    },
    "azure-native:privatedns:PrivateZone": { location: "global", privateZoneName: "host.example" },
    "azure-native:privatedns:VirtualNetworkLink": { location: "global" },
    "azure-native:security:SecurityContact": { securityContactName: "default" },
    "azure-native:storage:BlobServiceProperties": { blobServicesName: "default" },
    "azure-native:authorization:ManagementLockByScope": { level: "CanNotDelete" },
    "azure-native:authorization:RoleDefinition": {
        scope: "/subscriptions/s/resourceGroups/rg",
        assignableScopes: ["/subscriptions/s/resourceGroups/rg"],
    },
    "azure-native:consumption:Budget": {
        amount: 1,
        category: "Cost",
        timeGrain: "Monthly",
        timePeriod: { startDate: "2026-12-01T00:00:00Z" },
    },
    "azure-native:dbformysql:Server": {
        serverName: "mysql-core",
        administratorLogin: "operator",
        administratorLoginPassword: "Abcdefg1",
    },
    "azure-native:keyvault:Secret": { properties: { value: "hidden" } },
    "azure-native:keyvault:Key": { properties: { kty: "RSA-HSM" } },
    "azure-native:managedidentity:FederatedIdentityCredential": {
        audiences: ["a"],
        issuer: "i",
        subject: "s",
    },
    "azure-native:monitor:ActionGroup": { enabled: true, groupShortName: "g" },
    "azure-native:monitor:ActivityLogAlert": {
        location: "global",
        actions: {},
        condition: { allOf: [] },
        scopes: [],
    },
    "azure-native:monitor:PrivateLinkScope": {
        location: "global",
        accessModeSettings: { ingestionAccessMode: "Open", queryAccessMode: "Open" },
    },
    "azure-native:monitor:ScheduledQueryRule": { kind: "LogAlert" },
    "azure-native:network:FlowLog": { storageId: "s", targetResourceId: "t" },
    "azure-native:network:WebApplicationFirewallPolicy": { managedRules: { managedRuleSets: [] } },
    "azure-native:operationalinsights:DataExport": { resourceId: "r", tableNames: [] },
    "azure-native:security:Pricing": { pricingTier: "Standard" },
    "azure-native:storage:ManagementPolicy": { managementPolicyName: "default", policy: { rules: [] } },
    "azure-native:storage:StorageAccount": { kind: "StorageV2", sku: { name: "Standard_ZRS" } },
};
