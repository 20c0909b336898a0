import { cosmosBackupContinuous } from "../../../policies/rules/database/cosmos-backup-continuous";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const backup = (type: unknown, tier: unknown) => ({
    backupPolicy: { type, continuousModeProperties: { tier } },
});
const TIER = "backupPolicy.continuousModeProperties.tier";

describeRule(cosmosBackupContinuous, {
    type: "azure-native:cosmosdb:DatabaseAccount",
    accepts: { "thirty days": compliant(backup("Continuous", "Continuous30Days")) },
    rejects: {
        "seven days": violation(
            backup("Continuous", "Continuous7Days"),
            `${TIER} : attendu « Continuous30Days », obtenu « Continuous7Days »`,
        ),
        "a periodic backup": violation(
            backup("Periodic", "Continuous30Days"),
            "backupPolicy.type : attendu « Continuous », obtenu « Periodic »",
        ),
    },
    unset: {
        "the policy, which is then periodic,": violation(
            {},
            "backupPolicy.type : attendu « Continuous », non défini",
            `${TIER} : attendu « Continuous30Days », non défini`,
        ),
    },
    unknown: { "the tier": undecided(backup("Continuous", UNKNOWN), TIER) },
    otherType: "azure-native:cosmosdb:SqlResourceSqlContainer",
});
