import { added, copy, omit, remove, type Seeds, set } from "./seed";
import { azure, VAULT } from "./targets";

const FEDERATION = azure("managedidentity:FederatedIdentityCredential", "openmrs-gateway-federation");
const ASSIGNMENT = azure("authorization:RoleAssignment", "cluster-identities-pull");
const ROUTES = azure("authorization:RoleDefinition", "cluster-identities-routes");
const KEY = azure("keyvault:Key", "vault-key-etcd");
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

export const keyVault: Seeds = {
    "key-vault-access-policies-narrow": set(VAULT, "properties.accessPolicies", [
        { objectId: "00000000-0000-0000-0000-000000000001", permissions: { secrets: ["all"] } },
    ]),
    "key-vault-deletion-retained": set(VAULT, "properties.softDeleteRetentionInDays", 7),
    "key-vault-firewall-deny": set(VAULT, "properties.networkAcls.defaultAction", "Allow"),
    "key-vault-key-not-exportable": set(KEY, "properties.attributes", { exportable: true }),
    "key-vault-key-rotation": set(KEY, "properties.keySize", 2048),
    "key-vault-no-platform-retrieval": set(VAULT, "properties.enabledForTemplateDeployment", true),
    "key-vault-not-public": omit(VAULT, "properties.publicNetworkAccess"),
    "key-vault-object-expires": omit(KEY, "properties.rotationPolicy.attributes.expiryTime"),
    "key-vault-purge-protection": omit(VAULT, "properties.enablePurgeProtection"),
    "key-vault-rbac": set(VAULT, "properties.enableRbacAuthorization", false),
    "managed-hsm-protected": added,
};

const LOCK = azure("authorization:ManagementLockByScope", "locks-vault");
const GROUP = azure("resources:ResourceGroup", "governance");

export const governance: Seeds = {
    "budget-notifies": omit(azure("consumption:Budget", "governance-budget"), "notifications"),
    "data-store-delete-lock": remove(LOCK, VAULT),
    "data-store-protected": added,
    "defender-plan-standard": set(
        azure("security:Pricing", "governance-defender-KeyVaults"),
        "pricingTier",
        "Free",
    ),
    "management-lock-bars-deletion": set(LOCK, "level", "NotSpecified"),
    "policy-assignment-enforced": set(
        azure("authorization:PolicyAssignment", "governance-pod-security"),
        "enforcementMode",
        "DoNotEnforce",
    ),
    "policy-exemption-expires": added,
    "resource-group-budget": remove(azure("consumption:Budget", "governance-budget"), GROUP),
    "resource-region-eea": set(VAULT, "location", "uksouth"),
    "resource-tags": omit(VAULT, "tags.dataClassification"),
};
