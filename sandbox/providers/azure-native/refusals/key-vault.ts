import { itemsAt, mapAt, numberAt, same, textAt, valueAt } from "./read";
import { refuseAny, refuseIf, refuseOutside, type Rule, type Rules } from "./refusal";

const VAULT = "azure-native:keyvault:Vault";

const badRequest = (condition: boolean, message: string) => refuseIf(condition, "BadRequest", message);

/** Azure/azure-rest-api-specs#18106: refused even for a new vault; left out, there is none. */
const purgeProtection: Rule = ({ inputs, oldInputs }) => {
    const path = "properties.enablePurgeProtection";
    return badRequest(
        valueAt(inputs, path) === false ||
            (valueAt(oldInputs ?? {}, path) === true && valueAt(inputs, path) !== true),
        'The property "enablePurgeProtection" cannot be set to false. ' +
            "Enabling the purge protection for a vault is an irreversible action.",
    );
};

const softDelete: Rule = ({ inputs }) =>
    badRequest(
        valueAt(inputs, "properties.enableSoftDelete") === false,
        'The property "enableSoftDelete" cannot be set to false.',
    ) ??
    refuseOutside(
        numberAt(inputs, "properties.softDeleteRetentionInDays"),
        [7, 90],
        "BadRequest",
        'The property "softDeleteRetentionInDays"',
    );

/** learn.microsoft.com, "about-keys": keys in hardware are of Premium vaults. */
const hardware: Rule = ({ inputs, neighbours }) => {
    const vault = neighbours(VAULT).find((other) =>
        same(textAt(other, "vaultName"), textAt(inputs, "vaultName")),
    );
    const kind = textAt(inputs, "properties.kty") ?? "";
    return badRequest(
        kind.endsWith("-HSM") && same(textAt(vault ?? {}, "properties.sku.name"), "standard"),
        `Key type ${kind} is not supported by a vault of SKU standard.`,
    );
};

const size: Rule = ({ inputs }) => {
    const bits = numberAt(inputs, "properties.keySize");
    return badRequest(
        bits !== undefined &&
            textAt(inputs, "properties.kty")?.startsWith("RSA") === true &&
            ![2048, 3072, 4096].includes(bits),
        `The key size ${String(bits)} is invalid for RSA: expected 2048, 3072 or 4096.`,
    );
};

/** Days of an ISO 8601 duration of years, months and days. */
function days(duration: string | undefined): number | undefined {
    const [match, years = "0", months = "0", rest = "0"] =
        /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(duration ?? "") ?? [];
    return match === undefined ? undefined : Number(years) * 365 + Number(months) * 30 + Number(rest);
}

/** learn.microsoft.com, "how-to-configure-key-rotation". */
const rotation: Rule = ({ inputs }) => {
    const policy = mapAt(inputs, "properties.rotationPolicy");
    const expiry = days(textAt(policy, "attributes.expiryTime"));
    return (
        badRequest((expiry ?? 28) < 28, "The expiry time of a rotation policy must be 28 days or more.") ??
        refuseAny(itemsAt(policy, "lifetimeActions"), (item) => {
            const after = days(textAt(item, "trigger.timeAfterCreate"));
            const before = days(textAt(item, "trigger.timeBeforeExpiry"));
            return (
                badRequest(
                    [after, before].filter((time) => time !== undefined).length !== 1,
                    "A lifetime action needs either timeAfterCreate or timeBeforeExpiry.",
                ) ??
                badRequest(
                    before !== undefined && expiry === undefined,
                    "A lifetime action with timeBeforeExpiry needs an expiry time.",
                ) ??
                badRequest(
                    Math.min(after ?? 7, before ?? 7) < 7 ||
                        (expiry !== undefined && (after ?? before ?? 0) > expiry - 7),
                    "A lifetime action must be 7 days or more after the creation of the key and before its expiry.",
                )
            );
        })
    );
};

/** learn.microsoft.com, "about-secrets": 25 kB. */
const secretSize: Rule = ({ inputs }) =>
    badRequest(
        Buffer.byteLength(textAt(inputs, "properties.value") ?? "") > 25_600,
        "The value of a secret cannot be larger than 25 kB.",
    );

const secretLife: Rule = ({ inputs }) => {
    const [start, end] = ["notBefore", "expires"].map((name) =>
        numberAt(inputs, `properties.attributes.${name}`),
    );
    return badRequest(
        start !== undefined && end !== undefined && end <= start,
        'The attribute "exp" must be later than "nbf".',
    );
};

/** learn.microsoft.com, "about-keys-secrets-certificates". */
const objectTags: Rule = ({ inputs }) =>
    badRequest(
        Object.keys(mapAt(inputs, "tags")).length > 15,
        "An object of a vault can have at most 15 tags.",
    );

/** Vaults, keys and secrets. */
export const keyVaultRules: Rules = {
    [VAULT]: [purgeProtection, softDelete],
    "azure-native:keyvault:Key": [hardware, size, rotation, objectTags],
    "azure-native:keyvault:Secret": [secretSize, secretLife, objectTags],
};
