import { ROLES } from "../components/identity/role";
import { azureName } from "./drawing";
import { type Graph, type Resource, valueAt } from "./graph";

/** Who may do what, and on what. */
export interface Right {
    readonly assignment: Resource;
    /** Name of the managed identity, or of the resource whose own identity it is. */
    readonly identity: string;
    /** The role as Azure's portal calls it. */
    readonly role: string;
    /** Name of the resource that the role is good for. */
    readonly scope: string;
}

const ASSIGNMENT = "azure-native:authorization:RoleAssignment";

/** Azure's names of the built-in roles. */
const ROLE_NAMES: Readonly<Record<keyof typeof ROLES, string>> = {
    acrPull: "AcrPull",
    keyVaultCryptoEncryptionUser: "Key Vault Crypto Service Encryption User",
    keyVaultCryptoUser: "Key Vault Crypto User",
    keyVaultSecretsUser: "Key Vault Secrets User",
    managedIdentityOperator: "Managed Identity Operator",
    reader: "Reader",
    storageBlobDataContributor: "Storage Blob Data Contributor",
    tagContributor: "Tag Contributor",
};

const NAMES_BY_ID = new Map<string, string>(
    Object.entries(ROLES).map(([role, id]) => [id, ROLE_NAMES[role as keyof typeof ROLES]]),
);

/** Every right that a stack gives. Throws for one that it gives to an identity or by a role that it does not know. */
export function rightsOf(graph: Graph): readonly Right[] {
    return graph.of(ASSIGNMENT).map((assignment) => {
        const { principalId, roleDefinitionId, scope } = assignment.inputs as Record<string, string>;
        return {
            assignment,
            identity: identityOf(graph, principalId),
            role: roleName(graph, roleDefinitionId),
            scope: scopeName(scope),
        };
    });
}

function identityOf(graph: Graph, principalId: string | undefined): string {
    const holder = graph.resources.find(
        ({ type, outputs }) =>
            type !== ASSIGNMENT &&
            [outputs.principalId, valueAt(outputs, "identity", "principalId")].includes(principalId),
    );
    if (principalId === undefined || holder === undefined) {
        throw new Error(`expected the principal of an identity of the stack, got ${String(principalId)}`);
    }
    return azureName(holder);
}

function roleName(graph: Graph, definitionId = ""): string {
    const guid = definitionId.slice(definitionId.lastIndexOf("/") + 1);
    const own = graph
        .of("azure-native:authorization:RoleDefinition")
        .find(({ inputs }) => inputs.roleDefinitionId === guid);
    const name = own === undefined ? NAMES_BY_ID.get(guid) : String(own.inputs.roleName);
    if (name === undefined) {
        throw new Error(`expected a role of the platform or one of its built-in ones, got ${definitionId}`);
    }
    return name;
}

/** Azure's name of the scope; of what lies in a vault, whether it is a key or a secret too. */
function scopeName(scope = ""): string {
    const [parent = "", kind = "", name = ""] = scope.split("/").slice(-3);
    if (parent === "" && kind === "subscriptions") {
        return "abonnement";
    }
    return ["keys", "secrets"].includes(kind) ? `${kind}/${name}` : name;
}
