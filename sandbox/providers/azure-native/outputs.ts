import { isList, isProperties, isUnknown, mapProperties, UNKNOWN } from "../protocol/values";
import type { Properties, Value } from "../protocol/values";
import { ProviderError } from "../protocol/provider-error";
import { CREATED, digest, guid } from "./arm";
import type { ArmResource, ArmType } from "./arm-type";
import type { ResponseProperty, Shape } from "./schema";

/** What Azure answers at a preview: the inputs of the same name, and unknown for all the rest. */
export function previewOutputs(inputs: Properties, shape: Shape): Properties {
    return fill(inputs, shape, "", "", {
        missing: () => UNKNOWN,
        referred: () => undefined,
        withheld: () => false,
    });
}

/** What Azure answers once the resource exists. Throws when the tables say nothing of a property. */
export function createdOutputs(
    token: string,
    type: ArmType,
    resource: ArmResource,
    shape: Shape,
): Properties {
    const unset = new Set(type.unset?.split(/\s+/));
    const missing: Answers["missing"] = (path, property, key) => {
        const leaf = path.slice(path.lastIndexOf(".") + 1);
        const entry = type.outputs[path] ?? COMMON_OUTPUTS[path] ?? COMMON_LEAVES[leaf];
        if (entry !== undefined) {
            return typeof entry === "function" ? entry(resource, key) : entry;
        }
        if (unset.has(path) || (path.includes(".") && property.optional)) {
            return undefined;
        }
        throw new ProviderError(
            `${token}: expected a value for the output "${path}" in sandbox/providers/azure-native/types, got none`,
        );
    };
    const withheld = (path: string) => type.writeOnly?.includes(path) === true;
    return fill(resource.inputs, shape, "", "", { missing, referred: onlyId, withheld });
}

/** How the response is made of the inputs. */
interface Answers {
    /** The value of a property that the inputs do not have; `key` is that of the list item or map entry. */
    missing(path: string, property: ResponseProperty, key: string): Value | undefined;
    /** What stands for a nested object that refers to another resource; undefined for one to fill up. */
    referred(value: Properties): Properties | undefined;
    /** Whether the input of this path is not repeated. */
    withheld(path: string): boolean;
}

/** Azure repeats of an object given by its id the id alone. */
function onlyId({ id }: Properties): Properties | undefined {
    return typeof id === "string" ? { id } : undefined;
}

function fill(given: Properties, shape: Shape, path: string, key: string, answers: Answers): Properties {
    const filled: Record<string, Value | undefined> = {};
    for (const [name, property] of shape) {
        const here = path === "" ? name : `${path}.${name}`;
        if (answers.withheld(here)) {
            continue;
        }
        const value = given[name] ?? undefined;
        filled[name] =
            value === undefined
                ? answers.missing(here, property, key)
                : fillValue(value, property, here, answers);
    }
    return filled;
}

function fillValue(value: Value, { isMap, shape }: ResponseProperty, path: string, answers: Answers): Value {
    if (shape === undefined) {
        return value;
    }
    const fillEntry = (entry: Value, place: string, key: string): Value =>
        isProperties(entry) ? (answers.referred(entry) ?? fill(entry, shape(), place, key, answers)) : entry;
    if (isMap && isList(value)) {
        // Identities are asked for as a list of ids and answered as a map of what they are.
        return value.some(isUnknown)
            ? UNKNOWN
            : Object.fromEntries(value.filter(isText).map((id) => [id, fillEntry({}, `${path}{}`, id)]));
    }
    if (isMap && isProperties(value)) {
        return mapProperties(value, (entry, key) => fillEntry(entry, `${path}{}`, key));
    }
    return isList(value)
        ? value.map((item, index) => fillEntry(item, `${path}[]`, index.toString()))
        : fillEntry(value, path, "");
}

function isText(value: Value): value is string {
    return typeof value === "string";
}

type OutputTable = Readonly<Record<string, ArmType["outputs"][string] | undefined>>;

/** Outputs that mean the same at one path of every type. */
const COMMON_OUTPUTS: OutputTable = {
    name: ({ name }) => name,
    type: ({ type }) => type,
    systemData: {
        createdAt: CREATED,
        createdBy: "sandbox",
        createdByType: "Application",
        lastModifiedAt: CREATED,
        lastModifiedBy: "sandbox",
        lastModifiedByType: "Application",
    },
    "identity.principalId": ({ id, inputs }) =>
        hasSystemIdentity(inputs) ? guid(`${id}/principal`) : undefined,
    "identity.tenantId": ({ tenantId, inputs }) => (hasSystemIdentity(inputs) ? tenantId : undefined),
    "identity.userAssignedIdentities{}.principalId": (_, id) => principalId(id),
    "identity.userAssignedIdentities{}.clientId": (_, id) => clientId(id),
};

/** Outputs that mean the same at any depth. */
const COMMON_LEAVES: OutputTable = {
    provisioningState: "Succeeded",
    etag,
    eTag: etag,
    resourceGuid: ({ id }) => guid(`${id}/resource`),
};

/** The object id in Entra of the user-assigned identity with this resource id. */
export function principalId(identityId: string): string {
    return guid(`${identityId.toLowerCase()}/principal`);
}

/** The application id in Entra of the user-assigned identity with this resource id. */
export function clientId(identityId: string): string {
    return guid(`${identityId.toLowerCase()}/client`);
}

function hasSystemIdentity(inputs: Properties): boolean {
    const identity = inputs.identity;
    const type = isProperties(identity) ? identity.type : undefined;
    return typeof type === "string" && type.includes("SystemAssigned");
}

function etag({ id, inputs }: ArmResource): string {
    return `W/"${digest(id + JSON.stringify(inputs), 32)}"`;
}
