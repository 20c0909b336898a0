import type * as pulumi from "@pulumi/pulumi";
import { v5 as uuid } from "uuid";
import { RoleAssignment } from "../azure";
import type { CustomRole } from "./custom-role";

/** Azure's built-in roles in use; the ids are the same in every tenant. */
export const ROLES = {
    acrPull: "7f951dda-4ed3-4680-a7ca-43fe172d538d",
    keyVaultCryptoEncryptionUser: "e147488a-f6f5-4113-8e2d-b22465e65bf6",
    keyVaultCryptoUser: "12338af0-0e69-4776-bea7-57ae8d297424",
    keyVaultSecretsUser: "4633458b-17de-408a-b874-0445c86b69e6",
    managedIdentityOperator: "f1a07417-d97a-45cb-824c-7a7467783830",
    reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
    storageBlobDataContributor: "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
    tagContributor: "4a9ae827-6dc8-4573-8ac7-8239d42aa03f",
} as const;

/** Namespace of the assignment ids, a fixed random UUID. */
const ASSIGNMENTS = "5b6b5a3e-2f4c-4a57-9d7e-0e8f6f0a7c11";

export interface RoleArgs {
    /** A built-in role by its key, or one of the platform's own. */
    readonly role: keyof typeof ROLES | CustomRole;

    /** Azure resource id that the role is good for. */
    readonly scope: pulumi.Input<string>;

    /** Object id of the managed identity that receives the role. */
    readonly principalId: pulumi.Input<string>;

    readonly subscriptionId: string;

    /** Names of the identity and of the scope: they make the assignment's id, which Azure wants as a GUID. */
    readonly identityName: string;
    readonly scopeName: string;
}

/** Gives a managed identity one role on one resource. */
export function assignRole(name: string, args: RoleArgs, parent: pulumi.Resource): RoleAssignment {
    const { role, subscriptionId, identityName, scopeName } = args;
    const builtIn = typeof role === "string";
    const roleKey = builtIn ? role : role.roleName;
    return new RoleAssignment(
        name,
        {
            roleAssignmentName: uuid(
                `${subscriptionId}/${scopeName}/${roleKey}/${identityName}`,
                ASSIGNMENTS,
            ),
            scope: args.scope,
            principalId: args.principalId,
            // Said outright: a new identity may not have reached Entra's directory yet.
            principalType: "ServicePrincipal",
            roleDefinitionId: roleDefinitionId(subscriptionId, builtIn ? ROLES[role] : role.guid),
        },
        { parent, dependsOn: builtIn ? [] : role.definition },
    );
}

/** Role definitions have their id in the subscription, wherever the role may be given. */
const roleDefinitionId = (subscriptionId: string, guid: string) =>
    `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
