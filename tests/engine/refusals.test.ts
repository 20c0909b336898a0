import * as assert from "node:assert/strict";
import { type Edit, Workspace } from "../support/workspace";
import { counts, countsOf, OPTIONS } from "./output";

/** A mistake that only Azure sees, when it is asked to make the resource. */
interface Refused extends Edit {
    readonly title: string;
    /** Of the resource, as the engine names it. */
    readonly resource: string;
    readonly code: string;
    readonly reason: string;
}

/** In the order in which an update comes to them. */
const REFUSED: readonly Refused[] = [
    {
        title: "subnets that overlap",
        file: "components/network/address-plan.ts",
        from: "offset += sizeOf(range);",
        to: 'offset += name === "database" ? 0 : sizeOf(range);',
        resource: "azure-native:network:Subnet",
        code: "NetcfgSubnetRangesOverlap",
        reason: "IP address range overlaps with that of an existing subnet",
    },
    {
        title: "TLS 1.3 as a storage account's minimum",
        file: "components/archive/private-storage.ts",
        from: 'minimumTlsVersion: "TLS1_2"',
        to: 'minimumTlsVersion: "TLS1_3"',
        resource: "azure-native:storage:StorageAccount",
        code: "InvalidRequestPropertyValue",
        reason: "The value 'TLS1_3' is not allowed for property minimumTlsVersion.",
    },
    {
        title: "content trust in a new registry",
        file: "components/registry/registry.ts",
        from: 'exportPolicy: { status: "disabled" },',
        to: 'exportPolicy: { status: "disabled" }, trustPolicy: { status: "enabled", type: "Notary" },',
        resource: "azure-native:containerregistry:Registry",
        code: "ContentTrustUnsupported",
        reason: "Content Trust cannot be enabled.",
    },
    {
        title: "a private vault out of the API server's reach",
        file: "components/cluster/cluster.ts",
        from: "enableVnetIntegration: true",
        to: "enableVnetIntegration: false",
        resource: "azure-native:containerservice:ManagedCluster",
        code: "BadRequest",
        reason: "Vnet integration should be enabled when KeyVault network access is Private.",
    },
];

/** Of a stack that is there: a cluster never goes back to an older version. */
const REFUSED_LATER: Refused = {
    title: "an older Kubernetes",
    file: "Pulumi.dev.yaml",
    from: 'kubernetesVersion: "1.35"',
    to: 'kubernetesVersion: "1.34"',
    resource: "azure-native:containerservice:ManagedCluster",
    code: "OperationNotAllowed",
    reason: "Upgrading Kubernetes version 1.35 to 1.34 is not allowed.",
};

describe("an update that Azure refuses", function () {
    this.timeout(180_000);

    let workspace: Workspace;
    before(async () => {
        workspace = await Workspace.create();
    });
    after(() => workspace.remove());

    const pulumi = (command: string, ...args: string[]) =>
        workspace.pulumi(command, "--stack", "dev", ...OPTIONS, ...args);

    async function assertRefused(fault: Refused): Promise<void> {
        const { exitCode, stdout, stderr } = await workspace.edited([fault], () =>
            pulumi("up", "--yes", "--skip-preview"),
        );

        const output = stdout + stderr;
        assert.notEqual(exitCode, 0, output);
        const errors = output.split("\n").filter((line) => line.includes(`Code="${fault.code}"`));
        assert.ok(errors.length > 0, output);
        assert.ok(
            errors.every((line) => line.includes(fault.reason)),
            errors.join("\n"),
        );
        assert.match(output, new RegExp(`^  ${fault.resource} \\(`, "m"));
        const { deleted, replaced } = countsOf(output);
        assert.deepEqual({ deleted, replaced }, { deleted: undefined, replaced: undefined });
    }

    // One stack for all: each update goes on where the last one was refused.
    for (const fault of REFUSED) {
        it(`for ${fault.title} ends with Azure's reason`, () => assertRefused(fault));
    }

    it("is completed once all is corrected, with nothing lost", async () => {
        const {
            deleted,
            replaced,
            created = 0,
            unchanged = 0,
            updated = 0,
        } = counts(await pulumi("up", "--yes", "--skip-preview"));

        assert.deepEqual({ deleted, replaced }, { deleted: undefined, replaced: undefined });
        assert.ok(created > 50, created.toString());
        assert.deepEqual(counts(await pulumi("preview")), { unchanged: created + unchanged + updated });
    });

    it(`for ${REFUSED_LATER.title} leaves the stack as it is`, async () => {
        await assertRefused(REFUSED_LATER);

        assert.deepEqual(Object.keys(counts(await pulumi("preview"))), ["unchanged"]);
    });
});
