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
    return holdsSecret(properties) ? new Set(walk(properties, "")) : NO_SECRETS;
}

export const NO_SECRETS: ReadonlySet<string> = new Set();

/** Whether what stands at a path is one of the secrets, or part of one. */
export function isWithin(secrets: ReadonlySet<string>, path: string): boolean {
    return outermost(secrets, path) !== undefined;
}

/** The path of the secret, the outermost if there are several, that a path stands at or leads into. */
export function outermost(secrets: ReadonlySet<string>, path: string): string | undefined {
    return secrets.size === 0 ? undefined : [...above(path), path].find((place) => secrets.has(place));
}

/** Whether what stands at a path, unless it is the whole resource, has one of the secrets in it. */
export function holds(secrets: ReadonlySet<string>, path: string): boolean {
    if (secrets.size === 0) {
        return false;
    }
    const known = holders.get(secrets) ?? new Set([...secrets].flatMap(above));
    holders.set(secrets, known);
    return known.has(path);
}

/** The paths of what holds secrets, by those secrets. */
const holders = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** The paths above one, below the resource itself; of a quoted key that holds dots, others too, which no value has. */
function above(path: string): string[] {
    return [...path.matchAll(/[.[]/g)].map(({ index }) => path.slice(0, index));
}

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
