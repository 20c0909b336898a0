import { redisEntraOnly } from "../../../policies/rules/database/redis-entra-only";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const entra = { disableAccessKeyAuthentication: true, redisConfiguration: { aadEnabled: "true" } };
const authnotrequired = (value: unknown) => ({
    ...entra,
    redisConfiguration: { aadEnabled: "true", authnotrequired: value },
});
const database = (sample: Case): Case => ({ ...sample, type: "azure-native:redisenterprise:Database" });
const ANYBODY = "redisConfiguration.authnotrequired : attendu false, obtenu";

describeRule(redisEntraOnly, {
    type: "azure-native:redis:Redis",
    accepts: {
        "Entra identities alone": compliant(entra),
        "Entra identities, as the portal spells it,": compliant({
            ...entra,
            redisConfiguration: { aadEnabled: "True", authnotrequired: "false" },
        }),
        "an enterprise database without keys": database(compliant({ accessKeysAuthentication: "Disabled" })),
    },
    rejects: {
        "access keys": violation(
            { ...entra, disableAccessKeyAuthentication: false },
            "disableAccessKeyAuthentication : attendu true, obtenu false",
        ),
        "no Entra identity": violation(
            { ...entra, redisConfiguration: { aadEnabled: "false" } },
            "redisConfiguration.aadEnabled : attendu « true », obtenu « false »",
        ),
        anybody: violation(authnotrequired("True"), `${ANYBODY} « True »`),
        "anybody, by a boolean": violation(authnotrequired(true), `${ANYBODY} true`),
        "an enterprise database with keys": database(
            violation(
                { accessKeysAuthentication: "Enabled" },
                "accessKeysAuthentication : attendu « Disabled », obtenu « Enabled »",
            ),
        ),
    },
    unset: {
        "the keys, which are then valid,": violation(
            { redisConfiguration: { aadEnabled: "true" } },
            "disableAccessKeyAuthentication : attendu true, non défini",
        ),
        "the keys of an enterprise database": database(
            violation({}, "accessKeysAuthentication : attendu « Disabled », non défini"),
        ),
    },
    unknown: {
        "the configuration": undecided({ ...entra, redisConfiguration: UNKNOWN }, "redisConfiguration"),
    },
    otherType: "azure-native:redis:LinkedServer",
});
