import { join } from "./reading";

/** The key by which the engine marks special values in JSON, and the mark of a secret. */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** Whether a value is a secret as the engine writes it: in its protocol with `value`, in its state with `ciphertext` or `plaintext`. */
export function isSecret(value: unknown): boolean {
    return typeof value === "object" && value !== null && Reflect.get(value, SIGNATURE) === SECRET;
}

/** The paths, as inspections write them, of the secrets in properties. */
export function secretPaths(properties: unknown): ReadonlySet<string> {
    // Few resources have any, and writing the path of every value costs more than looking for secrets first.
    return holdsSecret(properties) ? new Set(walk(properties, "")) : NONE;
}

const NONE: ReadonlySet<string> = new Set();

function holdsSecret(value: unknown): boolean {
    if (typeof value !== "object" || value === null) {
        return false;
    }
    return isSecret(value) || Object.values(value).some(holdsSecret);
}

function* walk(value: unknown, path: string): Generator<string> {
    if (isSecret(value)) {
        yield path;
    } else if (Array.isArray(value)) {
        for (const [index, item] of value.entries()) {
            yield* walk(item, `${path}[${String(index)}]`);
        }
    } else if (typeof value === "object" && value !== null) {
        for (const [key, item] of Object.entries(value)) {
            yield* walk(item, join(path, key));
        }
    }
}
