/** The key by which Pulumi marks values of its own, and the mark of a secret. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** A value as the SDK sends it, with `{ secret: <value> }` for each secret. */
export function readable(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(readable);
    }
    if (typeof value !== "object" || value === null) {
        return value;
    }
    const fields = value as Readonly<Record<string, unknown>>;
    return fields[SIGNATURE] === SECRET
        ? { secret: readable(fields.value) }
        : Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, readable(field)]));
}
