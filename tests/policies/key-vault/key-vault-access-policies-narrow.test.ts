import { keyVaultAccessPoliciesNarrow } from "../../../policies/rules/key-vault/key-vault-access-policies-narrow";
import { compliant, describeRule, type Case, undecided, UNKNOWN, violation } from "../../support/evaluate";

const vault = (permissions: unknown) => ({ properties: { accessPolicies: [{ permissions }] } });
const alone = (sample: Case): Case => ({ ...sample, type: "azure-native:keyvault:AccessPolicy" });
const EXPECTED = "attendu un droit autre que « all » et « purge »";
const PATH = "properties.accessPolicies[0].permissions";
describeRule(keyVaultAccessPoliciesNarrow, {
    type: "azure-native:keyvault:Vault",
    accepts: {
        "named rights": compliant(vault({ keys: ["get"], secrets: ["get", "list"] })),
        "the same as a resource of its own": alone(compliant({ policy: { permissions: { keys: ["get"] } } })),
    },
    rejects: {
        ...Object.fromEntries(
            ["keys", "secrets", "certificates", "storage"].map((kind) => [
                `all rights on ${kind}`,
                violation(
                    vault({ [kind]: ["get", "All"] }),
                    `${PATH}.${kind}[1] : ${EXPECTED}, obtenu « All »`,
                ),
            ]),
        ),
        purging: violation(vault({ keys: ["Purge"] }), `${PATH}.keys[0] : ${EXPECTED}, obtenu « Purge »`),
        "a number": violation(vault({ keys: [1] }), `${PATH}.keys[0] : ${EXPECTED}, obtenu 1`),
        "the same as a resource of its own": alone(
            violation(
                { policy: { permissions: { secrets: ["all"] } } },
                `policy.permissions.secrets[0] : ${EXPECTED}, obtenu « all »`,
            ),
        ),
    },
    unset: { "the policies": compliant({ properties: {} }) },
    unknown: {
        "a right": undecided(vault({ keys: [UNKNOWN] }), `${PATH}.keys[0]`),
        "the policies": undecided({ properties: { accessPolicies: UNKNOWN } }, "properties.accessPolicies"),
    },
    otherType: "azure-native:keyvault:Key",
});
