import { databaseEntraOnly } from "../../../policies/rules/database/database-entra-only";
import {
    type Case,
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const auth = (activeDirectoryAuth: unknown, passwordAuth: unknown) => ({
    authConfig: { activeDirectoryAuth, passwordAuth },
});
const of = (type: string, sample: Case): Case => ({ ...sample, type: `azure-native:${type}` });
const PARAMETER = "dbformysql:Configuration";

describeRule(databaseEntraOnly, {
    type: "azure-native:dbforpostgresql:Server",
    accepts: {
        "Entra identities alone": compliant(auth("Enabled", "Disabled")),
        "MySQL with Entra identities alone": of(
            PARAMETER,
            compliant({ configurationName: "AAD_auth_only", value: "on" }),
        ),
        "another parameter of MySQL": of(
            PARAMETER,
            notApplicable({ configurationName: "slow_query_log", value: "OFF" }),
        ),
    },
    rejects: {
        passwords: violation(
            auth("Enabled", "Enabled"),
            "authConfig.passwordAuth : attendu « Disabled », obtenu « Enabled »",
        ),
        "no Entra identity": violation(
            auth("Disabled", "Disabled"),
            "authConfig.activeDirectoryAuth : attendu « Enabled », obtenu « Disabled »",
        ),
        "MySQL with passwords": of(
            PARAMETER,
            violation(
                { configurationName: "aad_auth_only", value: "OFF" },
                "value : attendu « ON », obtenu « OFF »",
            ),
        ),
    },
    unset: {
        "both, which then means passwords,": violation(
            {},
            "authConfig.activeDirectoryAuth : attendu « Enabled », non défini",
            "authConfig.passwordAuth : attendu « Disabled », non défini",
        ),
    },
    unknown: {
        passwords: undecided(auth("Enabled", UNKNOWN), "authConfig.passwordAuth"),
        "the name of a parameter": of(
            PARAMETER,
            undecided({ configurationName: UNKNOWN, value: "OFF" }, "configurationName"),
        ),
    },
    otherType: "azure-native:dbformysql:Server",
});
