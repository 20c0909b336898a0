import { keyVaultObjectExpires } from "../../../policies/rules/key-vault/key-vault-object-expires";
import { compliant, describeRule, type Case, undecided, UNKNOWN, violation } from "../../support/evaluate";

const key = (properties: object): Case => ({
    ...compliant({ properties }),
    type: "azure-native:keyvault:Key",
});
const MESSAGE =
    "properties.attributes.expires : attendu une date d’expiration, ou une durée dans rotationPolicy.attributes.expiryTime";
const rotated = (expiryTime: unknown) => ({ rotationPolicy: { attributes: { expiryTime } } });
describeRule(keyVaultObjectExpires, {
    type: "azure-native:keyvault:Secret",
    accepts: {
        "a secret with a date": compliant({ properties: { attributes: { expires: 1 } } }),
        "a key with a date": key({ attributes: { expires: 1893456000 } }),
        "keys that rotate": key(rotated("P2Y")),
        "keys that rotate within years and months": key(rotated("P1Y6M10D")),
        "keys that rotate within months": key(rotated("P18M")),
        "keys that rotate within days": key(rotated("p90d")),
    },
    rejects: {
        "the epoch, which stands for none": violation(
            { properties: { attributes: { expires: 0 } } },
            "properties.attributes.expires : attendu une date d’expiration, obtenu 0",
        ),
        "a date in words": violation(
            { properties: { attributes: { expires: "2030-01-01" } } },
            "properties.attributes.expires : attendu une date d’expiration, obtenu « 2030-01-01 »",
        ),
        "a duration without a number": { ...key(rotated("PY")), violations: [MESSAGE] },
        "a duration of something else": { ...key(rotated("XP2Y")), violations: [MESSAGE] },
        "a duration with something after": { ...key(rotated("P2YX")), violations: [MESSAGE] },
        "a duration as a number": { ...key(rotated(2)), violations: [MESSAGE] },
        "the duration of a which has none": violation(
            { properties: rotated("P2Y") },
            "properties.attributes.expires : attendu une date d’expiration, non défini",
        ),
    },
    unset: {
        "the date of a secret": violation(
            { properties: {} },
            "properties.attributes.expires : attendu une date d’expiration, non défini",
        ),
        "the date of a key": { ...key({}), violations: [MESSAGE] },
    },
    unknown: {
        "the date of a secret": undecided(
            { properties: { attributes: { expires: UNKNOWN } } },
            "properties.attributes.expires",
        ),
        "the duration of a key": {
            ...key(rotated(UNKNOWN)),
            unknowns: ["properties.rotationPolicy.attributes.expiryTime"],
        },
    },
    otherType: "azure-native:keyvault:Vault",
});
