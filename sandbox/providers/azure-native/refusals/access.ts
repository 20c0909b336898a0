import type { Properties } from "../../protocol/values";
import { itemsAt, nameOf, same, textAt, textsAt } from "./read";
import { refuseAny, refuseIf, type Attempt, type Rule, type Rules } from "./refusal";

const ASSIGNMENT = "azure-native:authorization:RoleAssignment";
const DEFINITION = "azure-native:authorization:RoleDefinition";
const CREDENTIAL = "azure-native:managedidentity:FederatedIdentityCredential";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const assignmentId: Rule = ({ name }) =>
    refuseIf(
        !GUID.test(name),
        "InvalidRoleAssignmentId",
        `The role assignment ID '${name}' is not valid. The role assignment ID must be a GUID.`,
    );

/** Azure looks a principal without a type up in Entra, which a new identity reaches minutes later (azure-cli#8530). */
const principal: Rule = ({ inputs, oldInputs }) => {
    const id = textAt(inputs, "principalId") ?? "";
    return refuseIf(
        oldInputs === undefined && textAt(inputs, "principalType") === undefined,
        "PrincipalNotFound",
        `Principal ${id} does not exist in the directory. Check that you have the correct principal ID. If you are ` +
            "creating this principal and then immediately assigning a role, this error might be related to a " +
            "replication delay. In this case, set the role assignment principalType property to a value, such as " +
            "ServicePrincipal, User, or Group.",
    );
};

const assignedOnce: Rule = ({ inputs, neighbours }) =>
    refuseIf(
        neighbours(ASSIGNMENT).some(
            (other) =>
                ["principalId", "scope"].every((key) => same(textAt(other, key), textAt(inputs, key))) &&
                same(nameOf(textAt(other, "roleDefinitionId")), nameOf(textAt(inputs, "roleDefinitionId"))),
        ),
        "RoleAssignmentExists",
        "The role assignment already exists.",
    );

const definitionScopes: Rule = ({ name, inputs }) =>
    refuseIf(
        textsAt(inputs, "assignableScopes").length === 0,
        "BadRequest",
        `The role definition '${name}' must have at least one assignable scope.`,
    );

const OPERATION = /^(\*|[A-Za-z]+\.[A-Za-z.]+\/.+|\*\/.+)$/;

const definitionActions: Rule = ({ inputs }) =>
    refuseAny(
        itemsAt(inputs, "permissions").flatMap((permission) =>
            ["actions", "notActions", "dataActions", "notDataActions"].flatMap((key) =>
                textsAt(permission, key),
            ),
        ),
        (action) =>
            refuseIf(
                !OPERATION.test(action),
                "InvalidActionOrNotAction",
                `'${action}' does not match any of the actions supported by the providers.`,
            ),
    );

const definitionName: Rule = ({ inputs, neighbours }) => {
    const roleName = textAt(inputs, "roleName");
    return refuseIf(
        neighbours(DEFINITION).some((other) => same(textAt(other, "roleName"), roleName)),
        "RoleDefinitionWithSameNameExists",
        `A custom role with the same name already exists in this directory. Use a different name: ${roleName ?? ""}.`,
    );
};

const ofSameIdentity = ({ inputs, neighbours }: Attempt): readonly Properties[] =>
    neighbours(CREDENTIAL).filter((other) =>
        same(textAt(other, "resourceName"), textAt(inputs, "resourceName")),
    );

/** Azure/bicep-types-az#2054. */
const subject: Rule = (attempt) =>
    refuseIf(
        ofSameIdentity(attempt).some((other) =>
            ["issuer", "subject"].every((key) => textAt(other, key) === textAt(attempt.inputs, key)),
        ),
        "BadRequest",
        "Issuer and subject combination already exists for this Managed Identity.",
    );

/** learn.microsoft.com, "workload-identity-federation-considerations". */
const credentialLimits: Rule = (attempt) =>
    refuseIf(
        textsAt(attempt.inputs, "audiences").length !== 1,
        "BadRequest",
        "A federated identity credential must have exactly one audience.",
    ) ??
    refuseIf(
        ofSameIdentity(attempt).length >= 20,
        "BadRequest",
        "A managed identity has at most 20 federated identity credentials.",
    );

/** Who may do what. */
export const accessRules: Rules = {
    [ASSIGNMENT]: [assignmentId, principal, assignedOnce],
    [DEFINITION]: [definitionScopes, definitionActions, definitionName],
    [CREDENTIAL]: [subject, credentialLimits],
};
