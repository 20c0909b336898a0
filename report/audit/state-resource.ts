import { UserError } from "../../sandbox/user-error";
import { printable } from "../../policies/printable";
import { isTooDeep, MOST_DEEP } from "./state-values";

/** What a state tells of a resource, as far as rules judge it. */
export interface StateResource {
    readonly urn: string;
    readonly type: string;
    /** True for what a provider manages, false for components and the stack. */
    readonly custom: boolean;
    /** Managed elsewhere and only read here, or the view of another resource. */
    readonly readOnly: boolean;
    /** A former copy, to be deleted by the next update. */
    readonly pendingDeletion: boolean;
    readonly protect: boolean;
    readonly ignoreChanges: readonly string[];
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    /** As the engine keeps them: secrets and assets are marked objects. */
    readonly inputs: object;
    readonly outputs: object;
}

/** @throws UserError when a field has another shape than the engine gives it. Values are not quoted. */
export function stateResource(value: unknown, index: number): StateResource {
    const at = `deployment.resources[${index.toString()}]`;
    if (!isObject(value)) {
        throw misshapen(at, "un objet");
    }
    const fields = new Fields(value, at);
    return {
        urn: fields.text("urn"),
        type: fields.text("type"),
        custom: fields.flag("custom"),
        readOnly: fields.flag("external") || fields.has("viewOf"),
        pendingDeletion: fields.flag("delete"),
        protect: fields.flag("protect"),
        ignoreChanges: fields.texts("ignoreChanges"),
        propertyDependencies: fields.dependencies(),
        inputs: fields.object("inputs"),
        outputs: fields.object("outputs"),
    };
}

/** The fields of one resource; Go leaves out what is empty, or writes `null`. */
class Fields {
    constructor(
        private readonly holder: object,
        private readonly at: string,
    ) {}

    has(key: string): boolean {
        return this.get(key) !== undefined;
    }

    text(key: string): string {
        const value = this.get(key);
        if (typeof value !== "string" || value === "") {
            throw misshapen(`${this.at}.${key}`, "une chaîne non vide");
        }
        if (/[\n\r\u2028\u2029]/.test(value)) {
            throw misshapen(`${this.at}.${key}`, "une chaîne sans saut de ligne");
        }
        return printable(value);
    }

    flag(key: string): boolean {
        const value = this.get(key) ?? false;
        if (typeof value !== "boolean") {
            throw misshapen(`${this.at}.${key}`, "true ou false");
        }
        return value;
    }

    texts(key: string): readonly string[] {
        return strings(this.get(key), `${this.at}.${key}`);
    }

    object(key: string): object {
        const value = this.get(key) ?? {};
        if (!isObject(value)) {
            throw misshapen(`${this.at}.${key}`, "un objet");
        }
        if (isTooDeep(value)) {
            throw misshapen(`${this.at}.${key}`, `au plus ${MOST_DEEP.toString()} niveaux d’imbrication`);
        }
        return value;
    }

    dependencies(): Readonly<Record<string, readonly string[]>> {
        const key = "propertyDependencies";
        return Object.fromEntries(
            Object.entries(this.object(key)).map(([property, urns]) => [
                property,
                strings(urns, `${this.at}.${key}.${property}`),
            ]),
        );
    }

    private get(key: string): unknown {
        return (this.holder as Readonly<Record<string, unknown>>)[key] ?? undefined;
    }
}

function strings(value: unknown, at: string): readonly string[] {
    const list = value ?? [];
    if (!Array.isArray(list) || !list.every((item) => typeof item === "string")) {
        throw misshapen(at, "une liste de chaînes");
    }
    return list;
}

function isObject(value: unknown): value is object {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

function misshapen(at: string, expected: string): UserError {
    return new UserError(`${at} : attendu ${expected}, obtenu autre chose`);
}
