import { CREATED, GROUP, guid } from "../arm";
import type { ArmType } from "../arm-type";
import { clientId, principalId } from "../outputs";

/** Groups, identities, roles. */
export const identityTypes: Readonly<Record<string, ArmType>> = {
    "azure-native:resources:ResourceGroup": {
        path: GROUP,
        outputs: { properties: { provisioningState: "Succeeded" } },
        unset: "managedBy tags",
    },
    "azure-native:managedidentity:UserAssignedIdentity": {
        path: `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}`,
        outputs: {
            clientId: ({ id }) => clientId(id),
            principalId: ({ id }) => principalId(id),
            tenantId: ({ tenantId }) => tenantId,
        },
        unset: "tags",
    },
    "azure-native:managedidentity:FederatedIdentityCredential": {
        path:
            `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}` +
            "/federatedIdentityCredentials/{federatedIdentityCredentialResourceName}",
        outputs: {},
    },
    "azure-native:authorization:RoleAssignment": {
        path: "/{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}",
        forceNew: ["principalId"],
        immutable: ["principalType", "roleDefinitionId"],
        outputs: {
            createdBy: ({ tenantId }) => guid(`${tenantId}/operator`),
            createdOn: CREATED,
            updatedBy: ({ tenantId }) => guid(`${tenantId}/operator`),
            updatedOn: CREATED,
        },
        unset: "condition conditionVersion delegatedManagedIdentityResourceId description principalType",
    },
    "azure-native:authorization:RoleDefinition": {
        // Azure answers with this id whatever the scope.
        path: "/subscriptions/{subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/{roleDefinitionId}",
        forceNew: ["scope"],
        outputs: {
            createdBy: ({ tenantId }) => guid(`${tenantId}/operator`),
            createdOn: CREATED,
            "permissions[].actions": [],
            "permissions[].condition": "",
            "permissions[].conditionVersion": "",
            "permissions[].dataActions": [],
            "permissions[].notActions": [],
            "permissions[].notDataActions": [],
            roleType: "CustomRole",
            updatedBy: ({ tenantId }) => guid(`${tenantId}/operator`),
            updatedOn: CREATED,
        },
        unset: "assignableScopes description permissions roleName",
    },
};
