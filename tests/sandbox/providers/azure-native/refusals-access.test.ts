import { refusalsOf, testRefusals } from "./refusals-support";

const CREDENTIAL = "azure-native:managedidentity:FederatedIdentityCredential";
const ROLE = "azure-native:authorization:RoleAssignment";
const DEFINITION = "azure-native:authorization:RoleDefinition";

const GUID = "11111111-2222-3333-4444-555555555555";

describe("the stand-in for Azure's access control", () => {
    const assignment = {
        scope: "/subscriptions/s",
        principalId: "p",
        principalType: "ServicePrincipal",
        roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${GUID}`,
    };
    const role = refusalsOf(ROLE, assignment);
    const definition = refusalsOf(DEFINITION, {
        roleName: "role-core",
        permissions: [{ actions: ["Microsoft.Network/virtualNetworks/subnets/join/action"] }],
        assignableScopes: ["/subscriptions/s"],
    });
    const credential = {
        resourceName: "id-core",
        audiences: ["api://AzureADTokenExchange"],
        issuer: "https://issuer",
        subject: "system:serviceaccount:openmrs:gateway",
    };
    const others = (length: number) =>
        Array.from({ length }, (_, index) => ({ ...credential, subject: index.toString() }));
    testRefusals([
        {
            ...refusalsOf(CREDENTIAL, credential)(
                "the 21st credential of an identity",
                {},
                /at most 20 federated/,
            ),
            neighbours: { [CREDENTIAL]: others(19) },
            refusedNeighbours: { [CREDENTIAL]: others(20) },
        },
        {
            ...role("an assignment whose name is no GUID", {}, /must be a GUID/),
            names: [GUID, "assignment"],
            code: "InvalidRoleAssignmentId",
        },
        {
            ...role("a new principal of no type", { principalType: undefined }, /replication delay/),
            names: [GUID],
            code: "PrincipalNotFound",
        },
        {
            ...role("the same assignment twice", {}, /^The role assignment already exists\.$/),
            names: [GUID],
            neighbours: { [ROLE]: [{ ...assignment, scope: "/subscriptions/other" }] },
            refusedNeighbours: { [ROLE]: [assignment] },
            code: "RoleAssignmentExists",
        },
        definition(
            "a role that nobody can be given",
            { assignableScopes: [] },
            /at least one assignable scope/,
        ),
        {
            ...definition(
                "an operation of no provider",
                { permissions: [{ actions: ["virtualNetworks/read"] }] },
                /'virtualNetworks\/read' does not match any of the actions/,
            ),
            code: "InvalidActionOrNotAction",
        },
        {
            ...definition("two roles of one name", { roleName: "role-other" }, /same name already exists/),
            neighbours: { [DEFINITION]: [{ roleName: "role-other" }] },
            code: "RoleDefinitionWithSameNameExists",
        },
        {
            ...refusalsOf(CREDENTIAL, credential)(
                "a subject twice for one identity",
                {},
                /^Issuer and subject combination already exists for this Managed Identity\.$/,
            ),
            neighbours: { [CREDENTIAL]: [{ ...credential, resourceName: "id-other" }] },
            refusedNeighbours: { [CREDENTIAL]: [credential] },
        },
        refusalsOf(CREDENTIAL, credential)(
            "a credential without an audience",
            { audiences: [] },
            /exactly one audience/,
        ),
    ]);
});
