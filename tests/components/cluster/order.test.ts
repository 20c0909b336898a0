import * as assert from "node:assert/strict";
import { Cluster } from "../../../components/cluster/cluster";
import { DeleteLocks } from "../../../components/governance/delete-locks";
import { recordDependencies } from "../../support/dependencies";
import { all, settled, startRecording } from "../../support/recorder";
import { args } from "./cluster-args";

const namesOf = (type: string) => all(`azure-native:${type}`).map(({ name }) => name);

describe("the parts of a cluster are made in order:", () => {
    let dependenciesOf: (name: string) => readonly string[];

    before(async () => {
        await startRecording();
        dependenciesOf = recordDependencies();
        const cluster = new Cluster("cluster", args);
        new DeleteLocks("locks", { scopes: { cluster: cluster.clusterId }, protectData: false });
        await settled();
    });

    function assertAfter(later: string, earlier: readonly string[]): void {
        assert.notEqual(earlier.length, 0);
        const awaited = dependenciesOf(later);
        assert.deepEqual(
            earlier.filter((name) => !awaited.includes(name)),
            [],
        );
    }

    it("the sets of disk encryption once their identities may use the keys", () => {
        assertAfter("cluster-disks", ["cluster-disks-identity-role"]);
        assertAfter("cluster-database-disks", ["cluster-database-disks-identity-role"]);
    });

    it("the identities' rights once the disks' encryption is there", () => {
        assertAfter("cluster-identities", namesOf("compute:DiskEncryptionSet"));
    });

    it("the cluster once its identities have every right", () => {
        const rights = namesOf("authorization:RoleAssignment");
        assertAfter(
            "cluster",
            rights.filter((name) => name.startsWith("cluster-identities-")),
        );
    });

    it("one pool after another", () => {
        assertAfter("cluster-general", ["cluster"]);
        assertAfter("cluster-database", ["cluster-general"]);
        assertAfter("cluster-media", ["cluster-database"]);
    });

    it("what is deployed into the cluster once the last pool is there", () => {
        assertAfter("cluster", ["cluster-media"]);
    });

    it("what takes its id, such as its lock, once its pools and windows are there", () => {
        assertAfter("locks-cluster", [
            ...namesOf("containerservice:AgentPool"),
            ...namesOf("containerservice:MaintenanceConfiguration"),
        ]);
    });
});
