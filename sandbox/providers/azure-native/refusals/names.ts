import { refuseIf, type Rule } from "./refusal";

/** What Azure accepts as the name of a resource; learn.microsoft.com has the limits in "resource-name-rules". */
interface NameRule {
    readonly pattern: RegExp;
    readonly code: string;
    readonly message: (name: string) => string;
}

/** The name rule of a type, by token; a type without one accepts any name. */
export function nameRule(type: string): Rule | undefined {
    const rule = NAMES[type];
    return rule && (({ name }) => refuseIf(!rule.pattern.test(name), rule.code, rule.message(name)));
}

const network = (length: number): NameRule => ({
    pattern: new RegExp(`^(?=.{1,${length.toString()}}$)\\w([\\w.-]*\\w)?$`),
    code: "InvalidResourceName",
    message: (name) =>
        `Resource name ${name} is invalid. The name can be up to ${length.toString()} characters long. ` +
        "It must begin with a word character, and it must end with a word character or with '_'. " +
        "The name may contain word characters or '.', '-', '_'.",
});

/** Where Azure's wording is not public. */
const plain = (pattern: RegExp, expected: string, code = "BadRequest"): NameRule => ({
    pattern,
    code,
    message: (name) => `The resource name '${name}' is invalid: expected ${expected}.`,
});

const only = (...names: string[]): NameRule =>
    plain(new RegExp(`^(${names.join("|")})$`), names.join(" or "), "InvalidResourceName");

const POOL: NameRule = {
    // Azure/AKS#3300.
    pattern: /^[a-z][a-z0-9]{0,11}$/,
    code: "InvalidParameter",
    message: () =>
        "The value of parameter agentPoolProfile.name is invalid. " +
        "Please see https://aka.ms/aks-naming-rules for more details.",
};

/** The names of pools obey the same rule inside a cluster. */
export const isPoolName = (name: string) => POOL.pattern.test(name);
export const POOL_NAME = { code: POOL.code, message: POOL.message("") };

const NAMES: Readonly<Record<string, NameRule>> = {
    "azure-native:resources:ResourceGroup": plain(
        /^[\p{L}\p{N}._()-]{0,89}[\p{L}\p{N}_()-]$/u,
        "1 to 90 letters, digits, periods, underscores, hyphens or parentheses, the last of them no period",
        "InvalidResourceGroup",
    ),
    "azure-native:keyvault:Vault": {
        pattern: /^(?=.{3,24}$)[A-Za-z]([A-Za-z0-9]|-(?!-))*[A-Za-z0-9]$/,
        code: "VaultNameNotValid",
        message: (name) =>
            `The vault name '${name}' is invalid. A vault's name must be between 3-24 alphanumeric characters. ` +
            "The name must begin with a letter, end with a letter or digit, and not contain consecutive hyphens.",
    },
    "azure-native:keyvault:Key": plain(/^[A-Za-z0-9-]{1,127}$/, "1 to 127 letters, digits or hyphens"),
    "azure-native:keyvault:Secret": plain(/^[A-Za-z0-9-]{1,127}$/, "1 to 127 letters, digits or hyphens"),
    "azure-native:dbformysql:Server": plain(
        // hashicorp/terraform-provider-azurerm validates the same.
        /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
        "3 to 63 lower-case letters, digits or hyphens",
        "InvalidServerName",
    ),
    "azure-native:storage:StorageAccount": {
        // pulumi/templates#274.
        pattern: /^[a-z0-9]{3,24}$/,
        code: "AccountNameInvalid",
        message: (name) =>
            `${name} is not a valid storage account name. Storage account name must be between 3 and 24 ` +
            "characters in length and use numbers and lower-case letters only.",
    },
    "azure-native:storage:BlobContainer": plain(
        /^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/,
        "3 to 63 lower-case letters, digits or single hyphens",
        "InvalidResourceName",
    ),
    "azure-native:storage:BlobServiceProperties": only("default"),
    "azure-native:storage:ManagementPolicy": only("default"),
    "azure-native:containerregistry:Registry": plain(/^[A-Za-z0-9]{5,50}$/, "5 to 50 letters or digits"),
    "azure-native:containerregistry:Replication": plain(/^[A-Za-z0-9]{5,50}$/, "5 to 50 letters or digits"),
    "azure-native:containerregistry:CacheRule": plain(
        /^[A-Za-z0-9-]{5,50}$/,
        "5 to 50 letters, digits or hyphens",
    ),
    "azure-native:containerregistry:CredentialSet": plain(
        /^[A-Za-z0-9-]{5,50}$/,
        "5 to 50 letters, digits or hyphens",
    ),
    "azure-native:containerservice:ManagedCluster": plain(
        /^(?=.{1,63}$)[A-Za-z0-9]([\w-]*[A-Za-z0-9])?$/,
        "1 to 63 letters, digits, underscores or hyphens",
        "InvalidParameter",
    ),
    "azure-native:containerservice:AgentPool": POOL,
    "azure-native:managedidentity:UserAssignedIdentity": plain(
        /^[A-Za-z0-9][\w-]{2,127}$/,
        "3 to 128 letters, digits, underscores or hyphens",
    ),
    "azure-native:managedidentity:FederatedIdentityCredential": plain(
        /^[A-Za-z0-9][\w-]{2,119}$/,
        "3 to 120 letters, digits, underscores or hyphens",
    ),
    "azure-native:operationalinsights:Workspace": plain(
        /^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$/,
        "4 to 63 letters, digits or hyphens",
        "InvalidParameter",
    ),
    "azure-native:authorization:PolicyAssignment": plain(
        /^[^<>*%&:\\?/+]{0,63}[^<>*%&:\\?/+ .]$/,
        "1 to 64 characters, none of <>*%&:\\?/+",
    ),
    "azure-native:security:SecurityContact": only("default"),
    "azure-native:compute:DiskEncryptionSet": plain(/^\w[\w-]{0,79}$/, "1 to 80 word characters or hyphens"),
    "azure-native:consumption:Budget": plain(/^[\w-]{1,63}$/, "1 to 63 word characters or hyphens"),
    "azure-native:network:VirtualNetwork": network(64),
    "azure-native:network:Subnet": network(80),
    "azure-native:network:NetworkSecurityGroup": network(80),
    "azure-native:network:RouteTable": network(80),
    "azure-native:network:NatGateway": network(80),
    "azure-native:network:PublicIPAddress": network(80),
    "azure-native:network:PrivateEndpoint": network(64),
    "azure-native:network:AzureFirewall": network(56),
    "azure-native:network:FirewallPolicy": network(80),
    "azure-native:network:BastionHost": network(80),
    "azure-native:network:ApplicationGateway": network(80),
    "azure-native:network:DdosProtectionPlan": network(80),
    "azure-native:network:WebApplicationFirewallPolicy": network(80),
};
