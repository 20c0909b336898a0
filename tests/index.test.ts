import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { runProgram } from "../architecture/record";
import { stackConfig } from "../architecture/stack-config";
import { PRIVATE_ZONES } from "../components/network/private-dns";
import { recorded, settled, startRecording } from "./support/recorder";

/** Runs the program while recording, and returns what it exports. */
async function run(config: Record<string, string>): Promise<Record<string, unknown>> {
    await startRecording();
    return runProgram(config);
}

/** What is registered; where a name holds that of a storage account, as that of any stack's. */
const registered = () =>
    recorded().map(({ type, name }) => `${type} ${name.replace(/(staplus[a-z]+?)(dev|prod)frc/, "$1")}`);

/** Of the database, which the stacks choose differently; its components' own tests say what each is made of. */
const ofDatabase = (resource: string) => /mariadb|mysql|database/.test(resource);

describe("the program", () => {
    it("registers for prod what its values ask for beyond those of dev, and nothing else", async () => {
        await run(stackConfig("dev"));
        const dev = registered();
        await run(stackConfig("prod"));
        const prod = registered();
        const beyond = (some: readonly string[], others: readonly string[]) =>
            some.filter((resource) => !others.includes(resource) && !ofDatabase(resource)).sort();
        assert.deepEqual(beyond(dev, prod), [
            // The way out: dev's.
            "azure-native:network:NatGateway network-egress",
        ]);
        assert.deepEqual(beyond(prod, dev), [
            // Nodes that go out by the firewall have a route, and AKS a right to it.
            "azure-native:authorization:RoleAssignment cluster-identities-route-table",
            "azure-native:authorization:RoleDefinition cluster-identities-routes",
            "azure-native:containerregistry:Replication registry-replica-francesouth",
            "azure-native:monitor:DiagnosticSetting network-bastion-host-address-audit",
            "azure-native:monitor:DiagnosticSetting network-bastion-host-audit",
            "azure-native:monitor:DiagnosticSetting network-bastion-security-audit",
            "azure-native:monitor:DiagnosticSetting network-egress-audit",
            "azure-native:network:AzureFirewall network-egress",
            "azure-native:network:BastionHost network-bastion-host",
            "azure-native:network:FirewallPolicy network-egress-policy",
            "azure-native:network:FirewallPolicyRuleCollectionGroup network-egress-rules",
            "azure-native:network:NetworkSecurityGroup network-bastion-security",
            "azure-native:network:PublicIPAddress network-bastion-host-address",
            "azure-native:network:RouteTable network-egress-routes",
            "azure-native:network:Subnet network-bastion",
            "azure-native:network:Subnet network-firewall",
            "azure-native:security:Pricing governance-defender-Arm",
            "azure-native:security:Pricing governance-defender-CloudPosture",
            "azure-native:security:Pricing governance-defender-StorageAccounts",
            "kubernetes:autoscaling/v2:HorizontalPodAutoscaler openmrs-frontend",
            "kubernetes:autoscaling/v2:HorizontalPodAutoscaler openmrs-gateway",
            "kubernetes:policy/v1:PodDisruptionBudget loki",
            "kubernetes:policy/v1:PodDisruptionBudget openmrs-frontend",
            "kubernetes:policy/v1:PodDisruptionBudget openmrs-gateway",
        ]);
    });

    it("keeps the record in the cluster for dev, and with Azure for prod", async () => {
        const databases = (all: readonly string[]) =>
            all.filter((resource) =>
                /:(dbformysql:Server|apps\/v1:StatefulSet) (mariadb|database)$/.test(resource),
            );
        await run(stackConfig("dev"));
        assert.deepEqual(databases(registered()), ["kubernetes:apps/v1:StatefulSet mariadb"]);
        await run(stackConfig("prod"));
        assert.deepEqual(databases(registered()), ["azure-native:dbformysql:Server database"]);
    });

    it("takes every image from its own registry, by digest", async () => {
        await run(stackConfig("dev"));
        const images = JSON.stringify(recorded().map(({ inputs }) => inputs)).match(/"image":"[^"]*"/g) ?? [];
        assert.equal(new Set(images).size, 17);
        for (const image of images) {
            assert.match(image, /^"image":"crapluscoredevfrc\.azurecr\.io\/[^@"]+@sha256:[0-9a-f]{64}"$/);
        }
    });

    it("exports what operators and other stacks look for", async () => {
        const outputs = await run(stackConfig("dev"));
        const { privateZoneIds, ...others } = outputs;
        const isOutput = ([, value]: readonly [string, unknown]) => pulumi.Output.isInstance(value);
        const entries = Object.entries(others);
        assert.deepEqual(
            entries
                .filter(isOutput)
                .map(([name]) => name)
                .sort(),
            [
                "actionGroupId",
                "clusterId",
                "databaseSubnetId",
                "edgeAddress",
                "egressAddress",
                "endpointsSubnetId",
                "logWorkspaceId",
                "oidcIssuerUrl",
                "registryId",
                "vaultId",
                "virtualNetworkId",
            ],
        );
        const zones = Object.entries(privateZoneIds as Record<string, unknown>);
        assert.ok(zones.every(isOutput));
        assert.deepEqual(
            zones.map(([name]) => name),
            Object.keys(PRIVATE_ZONES),
        );
        assert.deepEqual(Object.fromEntries(entries.filter((entry) => !isOutput(entry))), {
            resourceGroupName: "rg-aplus-core-dev-frc",
            clusterName: "aks-aplus-core-dev-frc",
            registryLoginServer: "crapluscoredevfrc.azurecr.io",
            vaultUri: "https://kv-aplus-core-dev-frc.vault.azure.net/",
            archiveAccountName: "staplusauditdevfrc",
        });
    });

    it("registers nothing when the configuration is wrong", async () => {
        const config = { ...stackConfig("dev"), "azure-native:location": "eastus" };
        await assert.rejects(run(config), pulumi.RunError);
        await settled();
        assert.deepEqual(recorded(), []);
    });
});
