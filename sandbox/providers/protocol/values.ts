/** A property value as the engine sends it: JSON, where unknowns are marker strings and secrets are envelopes. */
export type Value = null | boolean | number | string | readonly Value[] | Properties;

/** A property map. An undefined entry means the same as no entry. */
export interface Properties {
    readonly [key: string]: Value | undefined;
}

/** The marker of an unknown string, which stands for an unknown value of any type. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const UNKNOWN_MARKERS = new Set([
    UNKNOWN,
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // array
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
    "030794c1-ac77-496b-92df-f27374a8bd58", // asset
    "e48ece36-62e2-4504-bad9-02848725956a", // archive
]);

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

export function isProperties(value: Value | undefined): value is Properties {
    return typeof value === "object" && value !== null && !isList(value);
}

export function isList(value: Value | undefined): value is readonly Value[] {
    return Array.isArray(value);
}

export function isUnknown(value: Value | undefined): boolean {
    return typeof value === "string" && UNKNOWN_MARKERS.has(value);
}

export function isSecret(value: Value | undefined): value is Properties {
    return isProperties(value) && value[SIGNATURE] === SECRET;
}

/** Puts a value in the secret envelope. */
export function secret(value: Value): Value {
    return { [SIGNATURE]: SECRET, value };
}

/** The value without any secret envelope, at any depth. Never log or store what it returns. */
export function reveal(value: Value): Value {
    if (isSecret(value)) {
        return reveal(value.value ?? null);
    }
    if (isList(value)) {
        return value.map(reveal);
    }
    return isProperties(value) ? mapProperties(value, reveal) : value;
}

/** Applies a function to a value inside its secret envelope, if it has one, and keeps the envelope. */
export function mapSecret(value: Value, change: (value: Value) => Value): Value {
    return isSecret(value) ? secret(mapSecret(value.value ?? null, change)) : change(value);
}

export function mapProperties(
    properties: Properties,
    change: (value: Value, key: string) => Value,
): Properties {
    return Object.fromEntries(entriesOf(properties).map(([key, value]) => [key, change(value, key)]));
}

/** The entries that have a value. */
export function entriesOf(properties: Properties): [string, Value][] {
    return Object.entries(properties).filter((entry): entry is [string, Value] => entry[1] !== undefined);
}

/** The property map at a key, without its envelope; empty when there is none or it is unknown. */
export function propertiesAt(properties: Properties, key: string): Properties {
    const value = properties[key];
    const plain = isSecret(value) ? value.value : value;
    return isProperties(plain) ? plain : {};
}

/** The properties with the map at a key changed; a secret map stays secret, an unknown one unknown. */
export function changeAt(
    properties: Properties,
    key: string,
    change: (entries: Properties) => Properties,
): Properties {
    const changed = mapSecret(properties[key] ?? {}, (value) =>
        isProperties(value) ? change(value) : value,
    );
    return { ...properties, [key]: changed };
}

/** The known, non-empty string at a key, without its envelope. */
export function textAt(properties: Properties, key: string): string | undefined {
    const value = properties[key];
    const plain = isSecret(value) ? value.value : value;
    return typeof plain === "string" && plain !== "" && !isUnknown(plain) ? plain : undefined;
}

/** Whether any value in it, at any depth, is unknown. */
export function containsUnknown(value: Value | undefined): boolean {
    if (isList(value)) {
        return value.some(containsUnknown);
    }
    return isProperties(value) ? Object.values(value).some(containsUnknown) : isUnknown(value);
}
