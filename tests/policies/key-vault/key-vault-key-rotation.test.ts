import { keyVaultKeyRotation } from "../../../policies/rules/key-vault/key-vault-key-rotation";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const ROTATED = { lifetimeActions: [{ action: { type: "notify" } }, { action: { type: "rotate" } }] };
const key = (more: object, rotationPolicy: unknown = ROTATED) => ({
    properties: { ...more, rotationPolicy },
});
const RSA = { kty: "RSA-HSM", keySize: 3072 };
const NEVER = "properties.rotationPolicy.lifetimeActions : attendu une action « rotate »";
const short = (got: string) => `properties.keySize : attendu au moins 3072 bits, ${got}`;
const KINDS = "attendu « RSA » ou « RSA-HSM » ou « EC » ou « EC-HSM »";

describeRule(keyVaultKeyRotation, {
    type: "azure-native:keyvault:Key",
    accepts: {
        "an RSA key of 3072 bits": compliant(key(RSA)),
        "an RSA key of 4096 bits in software": compliant(key({ kty: "RSA", keySize: 4096 })),
        ...Object.fromEntries(
            ["P-256", "P-384", "P-521"].map((curveName) => [
                `an elliptic key of ${curveName}`,
                compliant(key({ kty: "EC-HSM", curveName })),
            ]),
        ),
    },
    rejects: {
        "an RSA key of 2048 bits": violation(key({ ...RSA, keySize: 2048 }), short("obtenu 2048")),
        "an elliptic key of a curve of its own": violation(
            key({ kty: "EC", curveName: "P-256K" }),
            "properties.curveName : attendu « P-256 » ou « P-384 » ou « P-521 », obtenu « P-256K »",
        ),
        "a key of another kind": violation(key({ kty: "oct" }), `properties.kty : ${KINDS}, obtenu « oct »`),
        "a key of which one is only reminded": violation(
            key(RSA, { lifetimeActions: [{ action: { type: "notify" } }] }),
            NEVER,
        ),
    },
    unset: {
        "the size, which is then 2048,": violation(key({ kty: "RSA" }), short("non défini")),
        "the curve, which is then P-256,": compliant(key({ kty: "EC" })),
        "the rotation": violation(key(RSA, null), NEVER),
        "the kind": violation(key({}), `properties.kty : ${KINDS}, non défini`),
    },
    unknown: {
        "the curve": undecided(key({ kty: "EC", curveName: UNKNOWN }), "properties.curveName"),
        "the size": undecided(key({ ...RSA, keySize: UNKNOWN }), "properties.keySize"),
        "the rotation": undecided(key(RSA, UNKNOWN), "properties.rotationPolicy"),
        "one action beside a rotation": compliant(
            key(RSA, { lifetimeActions: [UNKNOWN, { action: { type: "rotate" } }] }),
        ),
    },
    otherType: "azure-native:keyvault:Vault",
});
