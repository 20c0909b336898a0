import { testRefusals } from "./refusals-support";

const KEY = "azure-native:keyvault:Key";
const SECRET = "azure-native:keyvault:Secret";
const VAULT = "azure-native:keyvault:Vault";

const vault = {
    properties: { enablePurgeProtection: true, enableSoftDelete: true, softDeleteRetentionInDays: 90 },
};
const key = {
    vaultName: "kv",
    properties: {
        kty: "RSA-HSM",
        keySize: 3072,
        rotationPolicy: {
            attributes: { expiryTime: "P2Y" },
            lifetimeActions: [{ action: { type: "rotate" }, trigger: { timeAfterCreate: "P1Y" } }],
        },
    },
};

const tags = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag${index.toString()}`, "x"]));

describe("the stand-in for Azure Key Vault", () => {
    const refuse = (what: string, type: string, accepted: object, refused: object, message: RegExp) => ({
        what,
        type,
        accepted: { ...accepted },
        refused: { ...refused },
        code: "BadRequest",
        message,
    });
    const action = (trigger: object) => ({
        "properties.rotationPolicy.lifetimeActions": [{ trigger: { ...trigger } }],
    });
    testRefusals([
        refuse(
            "a rotation before an expiry that is not set",
            KEY,
            key,
            {
                "properties.rotationPolicy": {
                    lifetimeActions: [{ trigger: { timeBeforeExpiry: "P30D" } }],
                },
            },
            /needs an expiry time/,
        ),
        refuse(
            "a vault that says no to purge protection",
            VAULT,
            vault,
            { "properties.enablePurgeProtection": false },
            /"enablePurgeProtection" cannot be set to false/,
        ),
        {
            ...refuse(
                "to take purge protection away",
                VAULT,
                vault,
                { "properties.enablePurgeProtection": undefined },
                /is an irreversible action/,
            ),
            before: {},
        },
        refuse(
            "a vault without soft delete",
            VAULT,
            vault,
            { "properties.enableSoftDelete": false },
            /"enableSoftDelete" cannot be set to false/,
        ),
        refuse(
            "soft delete for less than a week",
            VAULT,
            vault,
            { "properties.softDeleteRetentionInDays": 6 },
            /between 7 and 90/,
        ),
        refuse(
            "a key of another size",
            KEY,
            key,
            { "properties.keySize": 1024 },
            /expected 2048, 3072 or 4096/,
        ),
        refuse(
            "a key that expires within four weeks",
            KEY,
            key,
            { "properties.rotationPolicy": { attributes: { expiryTime: "P27D" } } },
            /28 days or more/,
        ),
        refuse(
            "a rotation without a time",
            KEY,
            key,
            action({}),
            /either timeAfterCreate or timeBeforeExpiry/,
        ),
        refuse(
            "a rotation in the last week of a key",
            KEY,
            key,
            action({ timeAfterCreate: "P724D" }),
            /7 days or more after the creation of the key and before its expiry/,
        ),
        refuse(
            "a secret of more than 25 kB",
            SECRET,
            { properties: { value: "s".repeat(25_600) } },
            { "properties.value": "s".repeat(25_601) },
            /larger than 25 kB/,
        ),
        refuse(
            "a secret that ends before it begins",
            SECRET,
            { properties: { attributes: { notBefore: 1, expires: 2 } } },
            { "properties.attributes.expires": 1 },
            /must be later/,
        ),
        refuse("a secret with 16 tags", SECRET, { tags: tags(15) }, { tags: tags(16) }, /at most 15 tags/),
        {
            ...refuse(
                "a hardware key in a Standard vault",
                KEY,
                key,
                {},
                /not supported by a vault of SKU standard/,
            ),
            neighbours: { [VAULT]: [{ vaultName: "kv", properties: { sku: { name: "premium" } } }] },
            refusedNeighbours: { [VAULT]: [{ vaultName: "kv", properties: { sku: { name: "standard" } } }] },
        },
    ]);
});
