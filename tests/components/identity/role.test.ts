import * as assert from "node:assert/strict";
import { ComponentResource } from "@pulumi/pulumi";
import { customRole } from "../../../components/identity/custom-role";
import { assignRole, type RoleArgs } from "../../../components/identity/role";
import { recordDependencies } from "../../support/dependencies";
import { all, only, settled, startRecording } from "../../support/recorder";

const ASSIGNMENT = "azure-native:authorization:RoleAssignment";
const DEFINITION = "azure-native:authorization:RoleDefinition";
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const SUBSCRIPTION = "00000000-0000-0000-0000-000000000001";
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`;

const ARGS: RoleArgs = {
    role: "acrPull",
    scope: "registry-id",
    principalId: "principal",
    subscriptionId: SUBSCRIPTION,
    identityName: "id-kubelet",
    scopeName: "cr",
};

describe("roles", () => {
    let parent: ComponentResource;
    let dependenciesOf: ReturnType<typeof recordDependencies>;

    beforeEach(async () => {
        await startRecording();
        dependenciesOf = recordDependencies();
        parent = new ComponentResource("test:index:Parent", "parent");
    });

    const own = (roleName: string) =>
        customRole(
            roleName,
            {
                roleName,
                scope: GROUP,
                subscriptionId: SUBSCRIPTION,
                description: "Lit un sous-réseau.",
                actions: ["Microsoft.Network/virtualNetworks/subnets/read"],
            },
            parent,
        );

    it("built in, are given to a managed identity on one resource", async () => {
        assignRole("role", ARGS, parent);
        await settled();
        const { roleAssignmentName, ...inputs } = only(ASSIGNMENT).inputs;
        assert.match(String(roleAssignmentName), GUID);
        assert.deepEqual(inputs, {
            scope: "registry-id",
            principalId: "principal",
            principalType: "ServicePrincipal",
            roleDefinitionId: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d`,
        });
    });

    it("of one's own, allow what they say in their resource group", async () => {
        own("role-network");
        await settled();
        const { roleDefinitionId, ...inputs } = only(DEFINITION).inputs;
        assert.match(String(roleDefinitionId), GUID);
        assert.deepEqual(inputs, {
            scope: GROUP,
            roleName: "role-network",
            roleType: "CustomRole",
            description: "Lit un sous-réseau.",
            permissions: [{ actions: ["Microsoft.Network/virtualNetworks/subnets/read"], dataActions: [] }],
            assignableScopes: [GROUP],
        });
    });

    it("of one's own, may be about what a resource holds", async () => {
        customRole(
            "role-blobs",
            {
                roleName: "role-blobs",
                scope: GROUP,
                subscriptionId: SUBSCRIPTION,
                description: "Ajoute des blobs.",
                dataActions: ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action"],
            },
            parent,
        );
        await settled();
        assert.deepEqual(only(DEFINITION).inputs.permissions, [
            {
                actions: [],
                dataActions: ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action"],
            },
        ]);
    });

    it("of one's own, are given like the built-in ones, once they are defined", async () => {
        assignRole("role", { ...ARGS, role: own("role-network") }, parent);
        await settled();
        assert.ok(dependenciesOf("role").includes("role-network"));
        assert.equal(
            only(ASSIGNMENT).inputs.roleDefinitionId,
            `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${String(only(DEFINITION).inputs.roleDefinitionId)}`,
        );
    });

    it("have ids that stay the same from run to run", async () => {
        own("role-network");
        assignRole("role", ARGS, parent);
        await settled();
        assert.deepEqual(
            [only(DEFINITION).inputs.roleDefinitionId, only(ASSIGNMENT).inputs.roleAssignmentName],
            ["0a7f081f-b938-5f28-ba1e-06d65291e0d8", "96a06ca7-43ed-5130-b800-1c8b519bf558"],
        );
    });

    it("have one id for each role, identity, resource and subscription", async () => {
        const changes: Partial<RoleArgs>[] = [
            {},
            { role: "reader" },
            { role: own("role-network") },
            { role: own("role-vault") },
            { identityName: "id-cluster" },
            { scopeName: "crother" },
            { subscriptionId: "00000000-0000-0000-0000-000000000002" },
        ];
        changes.forEach((change, index) => {
            assignRole(`role-${index.toString()}`, { ...ARGS, ...change }, parent);
        });
        await settled();
        const ids = [
            ...all(ASSIGNMENT).map(({ inputs }) => inputs.roleAssignmentName),
            ...all(DEFINITION).map(({ inputs }) => inputs.roleDefinitionId),
        ];
        assert.equal(new Set(ids).size, changes.length + 2);
    });
});
