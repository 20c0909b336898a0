import type { KubernetesObject } from "../../../cluster/api";
import {
    entriesOf,
    isList,
    isProperties,
    isSecret,
    mapProperties,
    propertiesAt,
    reveal,
    secret,
    type Properties,
    type Value,
} from "../../protocol/values";
import type { Kind } from "../kind";

/** What the API server alone says of an object. */
const READ_ONLY = new Set([
    "creationTimestamp",
    "deletionGracePeriodSeconds",
    "deletionTimestamp",
    "generation",
    "managedFields",
    "resourceVersion",
    "uid",
]);

/** The object that the API server is given, its secrets in clear. Never log what it returns. */
export function objectOf({ apiVersion, kind }: Kind, inputs: Properties): KubernetesObject {
    const { metadata, ...rest } = mapProperties(inputs, reveal);
    const own = entriesOf(propertiesAt({ metadata }, "metadata")).filter(([key]) => !READ_ONLY.has(key));
    return { ...rest, apiVersion, kind, metadata: Object.fromEntries(own) } as unknown as KubernetesObject;
}

/** What the state keeps of a live object: all but the list of who manages which field; what was secret stays so. */
export function outputsOf(live: KubernetesObject, inputs: Properties): Properties {
    const object = propertiesOf(live);
    const metadata = { ...propertiesAt(object, "metadata"), managedFields: undefined };
    return withSecretsOf({ ...object, metadata }, inputs);
}

/** An object of the API, which is JSON. */
export function propertiesOf(live: KubernetesObject): Properties {
    return live as unknown as Properties;
}

/** The values of an object that stand for a secret of the inputs, or may, in the envelope. */
function withSecretsOf(object: Properties, inputs: Properties): Properties {
    if (object.kind === "Secret") {
        return mapProperties(object, (value, key) =>
            key === "data" || key === "stringData" ? secret(value) : value,
        );
    }
    return mapProperties(object, (value, key) => {
        const input = inputs[key];
        if (isProperties(value) && isProperties(input) && !isSecret(input)) {
            return withSecretsOf(value, input);
        }
        // The server may order a list otherwise, so that one secret makes all of it secret.
        return containsSecret(input) ? secret(value) : value;
    });
}

function containsSecret(value: Value | undefined): boolean {
    if (isList(value)) {
        return value.some(containsSecret);
    }
    return (
        isProperties(value) &&
        (isSecret(value) || entriesOf(value).some(([, entry]) => containsSecret(entry)))
    );
}

/**
 * The inputs that would have led to the live object: those of old, but where the live object is otherwise.
 *
 * @param meant What the server makes of the inputs of old: it writes "1000m" as "1".
 */
export function liveInputs(inputs: Properties, meant: Properties, live: Properties): Properties {
    return withSecretsOf(drift(mapProperties(inputs, reveal), meant, live) as Properties, inputs);
}

function drift(input: Value, meant: Value | undefined, live: Value): Value {
    if (isProperties(input) && isProperties(live)) {
        const before = isProperties(meant) ? meant : {};
        return Object.fromEntries(
            entriesOf(input).flatMap(([key, value]) => {
                const is = live[key];
                return is === undefined
                    ? before[key] === undefined
                        ? [[key, value]]
                        : []
                    : [[key, drift(value, before[key], is)]];
            }),
        );
    }
    if (isList(input) && isList(live) && input.length === live.length) {
        const before = isList(meant) ? meant : [];
        return input.map((value, index) => drift(value, before[index], live[index] ?? null));
    }
    return same(meant, live) ? input : live;
}

function same(one: Value | undefined, other: Value): boolean {
    return JSON.stringify(one) === JSON.stringify(other);
}
