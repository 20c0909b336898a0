import type { Properties, Value } from "../protocol/values";

/** What the stand-in must know of a resource type beyond what the npm package tells. */
export interface ArmType {
    /** The resource's path in Azure Resource Manager; each `{parameter}` but the subscription is an input. */
    readonly path: string;
    /** Input paths, besides those in `path` and the location, whose change replaces the resource. */
    readonly forceNew?: readonly string[];
    /** Input paths that Azure refuses to change once the resource exists. */
    readonly immutable?: readonly string[];
    /** Input paths that Azure takes and never repeats. */
    readonly writeOnly?: readonly string[];
    /**
     * The response properties that Azure fills in when no input of that name is given, by path:
     * `[]` stands for each list item, `{}` for each map entry. Undefined: left out in this case.
     */
    readonly outputs: Readonly<
        Record<string, Value | ((resource: ArmResource, key: string) => Value | undefined)>
    >;
    /** Response properties, separated by white space, that Azure leaves out unless they are asked for. */
    readonly unset?: string;
}

/** A resource as it is after a create or an update. */
export interface ArmResource {
    readonly id: string;
    /** Resource type as Azure writes it, such as `Microsoft.KeyVault/vaults`. */
    readonly type: string;
    readonly name: string;
    readonly subscriptionId: string;
    readonly tenantId: string;
    readonly inputs: Properties;
}
