import { isIP } from "node:net";
import type { JsonGeneralNames, JsonNameParams } from "@peculiar/x509";
import { ProviderError } from "../protocol/provider-error";
import { isList, type Properties, type Value } from "../protocol/values";

/** The parts of a distinguished name, in the order in which the provider writes them. */
const PARTS: readonly (readonly [string, string])[] = [
    ["country", "2.5.4.6"],
    ["organization", "2.5.4.10"],
    ["organizationalUnit", "2.5.4.11"],
    ["locality", "2.5.4.7"],
    ["province", "2.5.4.8"],
    ["streetAddresses", "2.5.4.9"],
    ["postalCode", "2.5.4.17"],
    ["commonName", "2.5.4.3"],
    ["serialNumber", "2.5.4.5"],
    ["emailAddress", "1.2.840.113549.1.9.1"],
];

/** A distinguished name of the `subject` that a program gives. */
export function distinguishedName(subject: Properties): JsonNameParams {
    return PARTS.flatMap(([key, identifier]) => {
        const values = texts(subject[key]);
        if (values.length === 0) {
            return [];
        }
        return [
            {
                [identifier]: values.map((value) =>
                    // The one part that RFC 5280 wants as IA5String.
                    key === "emailAddress" ? { ia5String: value } : typed(value),
                ),
            },
        ];
    });
}

/** The names beside the subject for which a certificate stands. */
export function alternativeNames(inputs: Properties): JsonGeneralNames {
    const addresses = texts(inputs.ipAddresses);
    const wrong = addresses.find((address) => isIP(address) === 0);
    if (wrong !== undefined) {
        throw new ProviderError(`Invalid IP address: Failed to parse ${JSON.stringify(wrong)}`);
    }
    return [
        ...texts(inputs.dnsNames).map((value) => ({ type: "dns" as const, value })),
        ...addresses.map((value) => ({ type: "ip" as const, value })),
        ...texts(inputs.uris).map((value) => ({ type: "url" as const, value })),
    ];
}

function typed(value: string): { readonly printableString: string } | { readonly utf8String: string } {
    return /^[A-Za-z0-9 '()+,\-./:=?]*$/.test(value) ? { printableString: value } : { utf8String: value };
}

/** The strings of a list, or of a single value; none of what is absent. */
export function texts(value: Value | undefined): string[] {
    const items = isList(value) ? value : [value ?? null];
    return items.filter((item): item is string => typeof item === "string" && item !== "");
}
