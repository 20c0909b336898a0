import * as assert from "node:assert/strict";
import { Cluster } from "../../../components/cluster/cluster";
import { HARDENED_NODES } from "../../../components/cluster/hardened-nodes";
import { placedOn } from "../../../components/kubernetes/placement";
import { all, only, settled, startRecording } from "../../support/recorder";
import { scope } from "../../support/scope";
import { args } from "./cluster-args";

const POOL = "azure-native:containerservice:AgentPool";

describe("the cluster's node pools", () => {
    before(async () => {
        await startRecording();
        new Cluster("cluster", args);
        await settled();
    });

    it("have encrypted nodes that keep nothing and that nobody signs in to", () => {
        assert.deepEqual(HARDENED_NODES, {
            availabilityZones: ["1", "2", "3"],
            type: "VirtualMachineScaleSets",
            osType: "Linux",
            osSKU: "AzureLinux",
            osDiskType: "Ephemeral",
            osDiskSizeGB: 64,
            enableEncryptionAtHost: true,
            enableNodePublicIP: false,
            securityProfile: { enableSecureBoot: true, enableVTPM: true, sshAccess: "Disabled" },
            upgradeSettings: {
                maxSurge: "33%",
                drainTimeoutInMinutes: 30,
                undrainableNodeBehavior: "Cordon",
            },
        });
    });

    it("are sized by what their pods need", () => {
        assert.deepEqual(only(POOL, "cluster-general").inputs, {
            ...HARDENED_NODES,
            agentPoolName: "general",
            resourceName: "cluster",
            resourceGroupName: "rg-aplus-core-dev-frc",
            orchestratorVersion: "1.35",
            mode: "User",
            vmSize: "Standard_D4ds_v5",
            enableAutoScaling: true,
            count: 1,
            minCount: 1,
            maxCount: 4,
            vnetSubnetID: "nodes-subnet",
            nodeLabels: { "audioprothese/pool": "general" },
            tags: scope.tags,
        });
        assert.deepEqual(
            all(POOL).map(({ inputs }) => [
                inputs.agentPoolName,
                inputs.vmSize,
                inputs.minCount,
                inputs.maxCount,
            ]),
            [
                ["general", "Standard_D4ds_v5", 1, 4],
                ["database", "Standard_E4ds_v5", 3, 6],
                ["media", "Standard_D8ds_v5", 0, 2],
            ],
        );
    });

    it("turn away, for database and media, every pod that does not ask for them", () => {
        assert.deepEqual(
            all(POOL).map(({ inputs }) => inputs.nodeTaints),
            [undefined, ["audioprothese/pool=database:NoSchedule"], ["audioprothese/pool=media:NoSchedule"]],
        );
    });

    it("have the labels and taints that the pods placed on them name", () => {
        for (const pool of ["general", "database", "media"] as const) {
            const { nodeLabels, nodeTaints = [] } = only(POOL, `cluster-${pool}`).inputs;
            const { nodeSelector, tolerations = [] } = placedOn(pool);
            assert.deepEqual(nodeLabels, nodeSelector);
            assert.deepEqual(
                nodeTaints,
                tolerations.map(({ key, value, effect }) => `${key}=${value}:${effect}`),
            );
        }
    });
});
