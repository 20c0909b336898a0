import * as assert from "node:assert/strict";
import type { Report } from "../../report/model";
import { Workspace } from "../support/workspace";

/** A mistake that somebody could make in a component or a stack file, and what must name it. */
interface Fault {
    readonly title: string;
    readonly file: string;
    readonly from: string;
    readonly to: string;
    readonly rule: string;
    /** How the URN of the resource that the finding must name ends. */
    readonly resource: string;
}

const FAULTS: readonly Fault[] = [
    {
        title: "a registry open to the Internet",
        file: "components/registry/registry.ts",
        from: 'publicNetworkAccess: "Disabled"',
        to: 'publicNetworkAccess: "Enabled"',
        rule: "container-registry-private",
        resource: "azure-native:containerregistry:Registry::registry",
    },
    {
        title: "a public API server",
        file: "components/cluster/cluster.ts",
        from: "enablePrivateCluster: true",
        to: "enablePrivateCluster: false",
        rule: "aks-api-private",
        resource: "azure-native:containerservice:ManagedCluster::cluster",
    },
    {
        title: "a vault that can be purged",
        file: "components/key-vault/hardened-vault.ts",
        from: "enablePurgeProtection: true",
        to: "enablePurgeProtection: false",
        rule: "key-vault-purge-protection",
        resource: "azure-native:keyvault:Vault::vault",
    },
    {
        title: "a database that accepts connections in clear",
        file: "components/database/server-config.ts",
        from: "require_secure_transport = ON",
        to: "require_secure_transport = OFF",
        rule: "database-tls-required",
        resource: "kubernetes:core/v1:ConfigMap::mariadb-config",
    },
    {
        title: "a password in clear in an environment variable",
        file: "components/openmrs/backend.ts",
        from: "OMRS_DB_USERNAME: userName,",
        to: 'OMRS_DB_USERNAME: userName, OMRS_DB_PASSWORD: "correct-horse-battery",',
        rule: "env-no-plain-secret",
        resource: "kubernetes:apps/v1:StatefulSet::openmrs-backend",
    },
    {
        title: "a privileged pod",
        file: "components/kubernetes/pod.ts",
        from: "privileged: false",
        to: "privileged: true",
        rule: "pod-not-privileged",
        resource: "kubernetes:apps/v1:StatefulSet::mariadb",
    },
    {
        title: "an image of a foreign registry",
        file: "components/images.ts",
        from: "`${loginServer}/${IMAGES[image].repository}`",
        to: "`docker.io/${IMAGES[image].repository}`",
        rule: "container-image-own-registry",
        resource: "kubernetes:apps/v1:StatefulSet::prometheus",
    },
    {
        title: "a namespace without default deny",
        file: "components/kubernetes/flows.ts",
        from: 'spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] }',
        to: 'spec: { podSelector: {}, policyTypes: ["Ingress"] }',
        rule: "namespace-default-deny",
        resource: "kubernetes:core/v1:Namespace::database",
    },
    {
        title: "a private link outside the EEA",
        file: "components/network/private-link.ts",
        from: "                resourceGroupName,\n                location,\n",
        to: '                resourceGroupName,\n                location: "uksouth",\n',
        rule: "resource-region-eea",
        resource: "azure-native:network:PrivateEndpoint::vault-link-endpoint",
    },
];

/** The password of the fault above: it must be found, and never be printed. */
const SEEDED_SECRET = "correct-horse-battery";

describe("a seeded fault in the program", function () {
    this.timeout(120_000);

    let workspace: Workspace;
    beforeEach(async () => {
        workspace = await Workspace.create();
        // As in prod: no rule sets right what it finds.
        await workspace.write("policies/config/dev.json", "{}");
    });
    afterEach(() => workspace.remove());

    for (const fault of FAULTS) {
        it(`${fault.title} is caught by ${fault.rule}`, async () => {
            await workspace.replace(fault.file, fault.from, fault.to);

            const { exitCode, stdout, stderr } = await workspace.preview("--stack", "dev");

            assert.equal(exitCode, 1, stdout + stderr);
            assert.ok(stdout.includes(fault.rule), stdout);
            const text = await workspace.read("reports/dev/latest/report.json");
            const violations = (JSON.parse(text) as Report).findings.filter(
                ({ verdict }) => verdict === "violation",
            );
            assert.ok(
                violations.some(
                    ({ rule, resource }) => rule === fault.rule && resource.endsWith(fault.resource),
                ),
                JSON.stringify(violations),
            );
            assert.ok(!(text + stdout + stderr).includes(SEEDED_SECRET));
        });
    }
});
