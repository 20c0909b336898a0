import type { CheckFailure } from "../protocol/provider";
import { entriesOf, isList, isUnknown, reveal, type Properties, type Value } from "../protocol/values";
import type { TlsType } from "./types";
import { USES } from "./uses";

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
    algorithm: ["RSA", "ECDSA", "ED25519"],
    ecdsaCurve: ["P224", "P256", "P384", "P521"],
    allowedUses: USES,
};

const LEAST: Readonly<Record<string, number>> = {
    validityPeriodHours: 0,
    earlyRenewalHours: 0,
    maxPathLength: -1,
};

/** What the real provider says against inputs, in its words; it names no property beside them. */
export function checkInputs(resource: string, type: TlsType, inputs: Properties): CheckFailure[] {
    const given = new Map(entriesOf(inputs));
    const missing = type.required
        .filter((key) => !given.has(key))
        .map((key) => `Missing required property '${key}'`);
    const known = [...type.required, ...type.optional];
    const strange = [...given.keys()]
        .filter((key) => !known.includes(key))
        .map((key) => `${key}: expected one of the inputs that the sandbox knows, ${known.join(", ")}`);
    const wrong = [...given].flatMap(([key, value]) => {
        const plain = reveal(value);
        const items = isList(plain)
            ? plain.map((item, index): [Value, string] => [item, `[${index.toString()}]`])
            : [[plain, ""] as const];
        return items
            .filter(([item]) => !isUnknown(item))
            .flatMap(([item, place]) =>
                valueFailures(key, item).map(
                    ({ kind, expected, got }) =>
                        `${kind}. Attribute ${snakeCase(key)}${place} ${expected}, got: ${got}. ` +
                        `Examine values at '${resource}.${key}${place}'.`,
                ),
            );
    });
    return [...missing, ...strange, ...wrong].map((reason) => ({ property: "", reason }));
}

interface ValueFailure {
    readonly kind: string;
    readonly expected: string;
    readonly got: string;
}

function valueFailures(key: string, value: Value): ValueFailure[] {
    const allowed = ALLOWED[key];
    if (allowed !== undefined && !(typeof value === "string" && allowed.includes(value))) {
        const list = allowed.map((item) => JSON.stringify(item)).join(" ");
        return [
            {
                kind: "Invalid Attribute Value Match",
                expected: `value must be one of: [${list}]`,
                got: JSON.stringify(value),
            },
        ];
    }
    const least = LEAST[key];
    if (least !== undefined && !(typeof value === "number" && Number.isInteger(value) && value >= least)) {
        return [
            {
                kind: "Invalid Attribute Value",
                expected: `value must be at least ${least.toString()}`,
                got: JSON.stringify(value),
            },
        ];
    }
    if ((key === "ipAddresses" || key === "uris") && value === "") {
        return [
            {
                kind: "Invalid Attribute Value Length",
                expected: "string length must be at least 1",
                got: "0",
            },
        ];
    }
    return [];
}

function snakeCase(key: string): string {
    return key.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}
