import type * as pulumi from "@pulumi/pulumi";
import { v5 as uuid } from "uuid";
import { RoleDefinition } from "../azure";

/** Namespace of the role ids, a fixed random UUID. */
const DEFINITIONS = "3dd10951-26b6-48a7-b596-1cf42ad631cc";

export interface CustomRoleArgs {
    /** Name of the role, unique in the Entra tenant. */
    readonly roleName: string;

    /** Azure resource id of the resource group that the role may be given in. */
    readonly scope: pulumi.Input<string>;

    readonly subscriptionId: string;

    /** What the role is for, in French: administrators read it. */
    readonly description: string;

    /** Operations on Azure resources, such as Microsoft.Network/virtualNetworks/subnets/join/action. */
    readonly actions?: readonly string[];

    /** Operations on what a resource holds, such as Microsoft.Storage/…/blobs/add/action. */
    readonly dataActions?: readonly string[];
}

/** A role of the platform's own, for `assignRole`. */
export interface CustomRole {
    readonly roleName: string;

    /** Id of the role: plain, so that assignments of it can be judged at preview. */
    readonly guid: string;

    readonly definition: RoleDefinition;
}

/** Defines a role that allows exactly what it says, where every built-in one allows more. */
export function customRole(name: string, args: CustomRoleArgs, parent: pulumi.Resource): CustomRole {
    const { roleName, scope, actions = [], dataActions = [] } = args;
    const guid = uuid(`${args.subscriptionId}/${roleName}`, DEFINITIONS);
    const definition = new RoleDefinition(
        name,
        {
            roleDefinitionId: guid,
            scope,
            roleName,
            roleType: "CustomRole",
            description: args.description,
            permissions: [{ actions: [...actions], dataActions: [...dataActions] }],
            assignableScopes: [scope],
        },
        { parent },
    );
    return { roleName, guid, definition };
}
