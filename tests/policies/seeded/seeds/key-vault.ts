import { added, omit, type Seeds, set } from "../seed";
import { azure, VAULT } from "../targets";

const KEY = azure("keyvault:Key", "vault-key-etcd");

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
