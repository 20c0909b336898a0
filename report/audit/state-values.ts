import { SECRET, SIGNATURE } from "../../policies/secret-paths";
import { isUnknown, unknownStringValue } from "../../policies/unknown";

const ASSET = "c44067f5952c0a294b673a41bacd8c17";
const ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";
const RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";

/** The most levels of objects and lists, far beyond what providers take. */
export const MOST_DEEP = 100;

/** Whether a value has more levels than are read. */
export function isTooDeep(value: unknown, levels = MOST_DEEP): boolean {
    return (
        typeof value === "object" &&
        value !== null &&
        (levels === 0 || Object.values(value).some((item) => isTooDeep(item, levels - 1)))
    );
}

/** Whether a value is as the engine would hand it to a policy pack, with nothing in it that is unknown or secret. */
export function isPlain(value: unknown): boolean {
    if (typeof value !== "object" || value === null) {
        return !isUnknown(value);
    }
    return !Object.hasOwn(value, SIGNATURE) && Object.values(value).every(isPlain);
}

/**
 * A value as the engine would hand it to a policy pack, from the way in which it keeps it in a state.
 *
 * An encrypted secret, and any mark that is not known here, becomes an unknown value: no rule may conclude from it.
 */
export function stateValue(value: unknown): unknown {
    if (typeof value !== "object" || value === null) {
        return value;
    }
    if (Array.isArray(value)) {
        return value.map(stateValue);
    }
    if (Object.hasOwn(value, SIGNATURE)) {
        return special(value);
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, stateValue(item)]));
}

function special(value: object): unknown {
    const { [SIGNATURE]: mark, ...fields } = value as Readonly<Record<string, unknown>>;
    switch (mark) {
        case SECRET:
            return plaintext(fields.plaintext);
        case ASSET:
        case ARCHIVE:
            return fields;
        case RESOURCE:
            // As in the engine's protocol: what a provider manages by its id, a component by its URN.
            return fields.id === undefined ? fields.urn : fields.id === "" ? unknownStringValue : fields.id;
        default:
            return unknownStringValue;
    }
}

/** The value of a secret exported with --show-secrets, which is JSON within the JSON. */
function plaintext(text: unknown): unknown {
    if (typeof text !== "string") {
        return unknownStringValue;
    }
    try {
        const value: unknown = JSON.parse(text);
        return isTooDeep(value) ? unknownStringValue : stateValue(value);
    } catch {
        return unknownStringValue;
    }
}
