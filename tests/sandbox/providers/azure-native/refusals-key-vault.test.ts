import { testRefusals } from "./refusals-support";

const KEY = "azure-native:keyvault:Key";
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
