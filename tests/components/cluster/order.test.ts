import * as assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";
import { Cluster } from "../../../components/cluster/cluster";
import { DeleteLocks } from "../../../components/governance/delete-locks";
import { KUBECONFIG, settled } from "../../support/recorder";
import { args } from "./cluster-args";

/** What had been made when each resource was asked for; as "<class> <name>". */
const madeBefore = new Map<string, ReadonlySet<string>>();

/** Makes everything slowly, so that whatever waits for nothing is asked for first. */
async function createSlowly(): Promise<void> {
    const made = new Set<string>();
    madeBefore.clear();
    await pulumi.runtime.setMocks({
        async newResource({ type, name, inputs }) {
            const resource = `${type.split(":").at(-1) ?? ""} ${name}`;
            madeBefore.set(resource, new Set(made));
            await setTimeout(25);
            made.add(resource);
            const issuer = { oidcIssuerProfile: { issuerURL: "https://issuer.example/" } };
            return { id: `${name}-id`, state: { ...(inputs as object), name, ...issuer } };
        },
        call: () => ({ kubeconfigs: [{ value: Buffer.from(KUBECONFIG).toString("base64") }] }),
    });
    const cluster = new Cluster("cluster", args);
    new DeleteLocks("locks", { scopes: { cluster: cluster.clusterId } });
    await settled();
}

const all = (prefix: string) => [...madeBefore.keys()].filter((resource) => resource.startsWith(prefix));

function assertAfter(later: string, earlier: readonly string[]): void {
    assert.ok(earlier.length > 0);
    assert.deepEqual(
        earlier.filter((resource) => madeBefore.get(later)?.has(resource) !== true),
        [],
    );
}

describe("the parts of a cluster are made in order:", () => {
    before(createSlowly);

    it("the sets of disk encryption once their identities may use the keys", () => {
        assertAfter("DiskEncryptionSet cluster-disks", ["RoleAssignment cluster-disks-identity-role"]);
        assertAfter("DiskEncryptionSet cluster-database-disks", [
            "RoleAssignment cluster-database-disks-identity-role",
        ]);
    });

    it("the cluster once its identities have every right and its disks' encryption is there", () => {
        assertAfter("ManagedCluster cluster", [...all("RoleAssignment "), ...all("DiskEncryptionSet ")]);
    });

    it("one pool after another", () => {
        assertAfter("AgentPool cluster-general", ["ManagedCluster cluster"]);
        assertAfter("AgentPool cluster-database", ["AgentPool cluster-general"]);
        assertAfter("AgentPool cluster-media", ["AgentPool cluster-database"]);
    });

    it("what is deployed into the cluster once there are nodes", () => {
        assertAfter("kubernetes cluster", all("AgentPool "));
    });

    it("what takes its id, such as its lock, once its pools and windows are there", () => {
        assertAfter("ManagementLockByScope locks-cluster", [
            ...all("AgentPool "),
            ...all("MaintenanceConfiguration "),
        ]);
    });
});
