import { copy, type Seeds, set } from "../seed";
import { azure } from "../targets";

const FEDERATION = azure("managedidentity:FederatedIdentityCredential", "openmrs-gateway-federation");
const ASSIGNMENT = azure("authorization:RoleAssignment", "cluster-identities-pull");
const ROUTES = azure("authorization:RoleDefinition", "cluster-identities-routes");
const OWNER = "/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

export const identity: Seeds = {
    "federated-credential-exact": set(FEDERATION, "subject", "system:serviceaccount:openmrs:*"),
    "identity-one-workload": copy(FEDERATION, { subject: "system:serviceaccount:openmrs:openmrs-backend" }),
    "role-assignment-least-privilege": set(ASSIGNMENT, "roleDefinitionId", OWNER),
    "role-assignment-narrow-scope": set(
        ASSIGNMENT,
        "scope",
        "/subscriptions/a94c2d17-6e3b-4f80-b5d2-17c8e0f6a3b9",
    ),
    "role-assignment-not-personal": set(ASSIGNMENT, "principalType", "User"),
    "role-definition-least-privilege": set(ROUTES, "permissions.0.actions.0", "Microsoft.Network/*"),
};
