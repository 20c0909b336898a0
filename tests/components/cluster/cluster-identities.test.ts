import * as assert from "node:assert/strict";
import { Cluster, type ClusterArgs } from "../../../components/cluster/cluster";
import { all, only, settled, startRecording } from "../../support/recorder";
import { args } from "./cluster-args";

const GROUP = "/subscriptions/subscription/resourceGroups/rg-aplus-core-dev-frc";
const SETS = `${GROUP}/providers/Microsoft.Compute/diskEncryptionSets`;

const assignments = () =>
    all("azure-native:authorization:RoleAssignment").filter(({ name }) =>
        name.startsWith("cluster-identities-"),
    );

async function create(change: Partial<ClusterArgs> = {}): Promise<void> {
    await startRecording();
    new Cluster("cluster", { ...args, ...change });
    await settled();
}

describe("the cluster's identities", () => {
    beforeEach(() => create());

    it("have these roles, each on one resource, and no other", () => {
        const custom = new Map(
            all("azure-native:authorization:RoleDefinition").map(({ inputs }) => [
                inputs.roleDefinitionId,
                inputs.roleName,
            ]),
        );
        const roles = assignments().map(({ inputs }) => {
            const guid = String(inputs.roleDefinitionId).split("/").at(-1);
            return [inputs.principalId, custom.get(guid) ?? guid, inputs.scope].join(" ");
        });
        assert.deepEqual(roles.sort(), [
            // Managed Identity Operator, Key Vault Crypto User, Reader; for the kubelet AcrPull.
            "cluster-identities-control-plane-principal 12338af0-0e69-4776-bea7-57ae8d297424 etcd-key-id",
            `cluster-identities-control-plane-principal acdd72a7-3385-48ef-bd42-f606fba81ae7 ${SETS}/des-aplus-database-dev-frc`,
            `cluster-identities-control-plane-principal acdd72a7-3385-48ef-bd42-f606fba81ae7 ${SETS}/des-aplus-disks-dev-frc`,
            "cluster-identities-control-plane-principal f1a07417-d97a-45cb-824c-7a7467783830 cluster-identities-kubelet-id",
            "cluster-identities-control-plane-principal role-aplus-cluster-network-dev-frc api-server-subnet",
            "cluster-identities-control-plane-principal role-aplus-cluster-network-dev-frc nodes-subnet",
            "cluster-identities-control-plane-principal role-aplus-cluster-routes-dev-frc route-table",
            "cluster-identities-control-plane-principal role-aplus-cluster-vault-dev-frc vault-id",
            "cluster-identities-kubelet-principal 7f951dda-4ed3-4680-a7ca-43fe172d538d registry-id",
        ]);
    });

    it("have no right to routes where there is no route table", async () => {
        const network = {
            ...args.network,
            outboundType: "userAssignedNATGateway",
            routeTableId: undefined,
        } as const;
        await create({ network });
        assert.deepEqual(
            all("azure-native:authorization:RoleDefinition")
                .map(({ name }) => name)
                .sort(),
            ["cluster-identities-network", "cluster-identities-vault"],
        );
        assert.equal(assignments().length, 8);
    });

    it("may join two subnets, write one table's routes and approve one endpoint, where the built-in roles may change everything", () => {
        const allows = (name: string) => {
            const { inputs } = only("azure-native:authorization:RoleDefinition", name);
            return [inputs.permissions, inputs.assignableScopes];
        };
        assert.deepEqual(allows("cluster-identities-network"), [
            [
                {
                    actions: [
                        "Microsoft.Network/virtualNetworks/subnets/read",
                        "Microsoft.Network/virtualNetworks/subnets/join/action",
                        "Microsoft.Network/virtualNetworks/subnets/joinLoadBalancer/action",
                    ],
                    dataActions: [],
                },
            ],
            [GROUP],
        ]);
        assert.deepEqual(allows("cluster-identities-routes"), [
            [
                {
                    actions: [
                        "Microsoft.Network/routeTables/read",
                        "Microsoft.Network/routeTables/routes/read",
                        "Microsoft.Network/routeTables/routes/write",
                    ],
                    dataActions: [],
                },
            ],
            [GROUP],
        ]);
        assert.deepEqual(allows("cluster-identities-vault"), [
            [
                {
                    actions: [
                        "Microsoft.KeyVault/vaults/read",
                        "Microsoft.KeyVault/vaults/privateEndpointConnectionsApproval/action",
                    ],
                    dataActions: [],
                },
            ],
            [GROUP],
        ]);
    });

    it("name the assignments the same way at every run, and differently in another subscription", async () => {
        const assignmentNames = () => assignments().map(({ inputs }) => inputs.roleAssignmentName);
        const first = assignmentNames();
        await create();
        assert.deepEqual(new Set(assignmentNames()), new Set(first));
        await create({ subscriptionId: "other" });
        assert.equal(new Set([...first, ...assignmentNames()]).size, 18);
    });
});
