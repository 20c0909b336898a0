import { logRetention } from "../../../policies/rules/monitor/log-retention";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const refused = (retentionInDays: unknown, got: string) =>
    violation({ retentionInDays }, `retentionInDays : attendu un nombre de 180 à 365, obtenu ${got}`);

const table = (sample: Case): Case => ({ ...sample, type: "azure-native:operationalinsights:Table" });

describeRule(logRetention, {
    type: "azure-native:operationalinsights:Workspace",
    accepts: {
        "six months": compliant({ retentionInDays: 180 }),
        "one year": compliant({ retentionInDays: 365 }),
        "a month, if the users want no more": {
            ...compliant({ retentionInDays: 30 }),
            config: { minDays: 30, maxDays: 31 },
        },
        "a table that keeps as its workspace does": table(
            compliant({ retentionInDays: -1, totalRetentionInDays: -1 }),
        ),
        "a table that archives early and keeps one year": table(
            compliant({ retentionInDays: 30, totalRetentionInDays: 365 }),
        ),
    },
    rejects: {
        "a day too little": refused(179, "179"),
        "a day too much": refused(366, "366"),
        "more than the users want": {
            ...violation(
                { retentionInDays: 32 },
                "retentionInDays : attendu un nombre de 30 à 31, obtenu 32",
            ),
            config: { minDays: 30, maxDays: 31 },
        },
        "a table that keeps a few days": table(refused(4, "4")),
        "a table that keeps a few days and archives none": table(
            violation(
                { retentionInDays: 4, totalRetentionInDays: -1 },
                "retentionInDays : attendu un nombre de 180 à 365, obtenu 4",
            ),
        ),
        "a table that archives for years": table(
            violation(
                { retentionInDays: 180, totalRetentionInDays: 4383 },
                "totalRetentionInDays : attendu un nombre de 180 à 365, obtenu 4383",
            ),
        ),
        "a number written as text": refused("365", "« 365 »"),
    },
    unset: {
        "retention, which is then 30 days,": violation(
            {},
            "retentionInDays : attendu un nombre de 180 à 365, non défini",
        ),
        "retention of a table, which is then its workspace's,": table(compliant({})),
    },
    unknown: {
        retention: undecided({ retentionInDays: UNKNOWN }, "retentionInDays"),
        "total retention": table(undecided({ totalRetentionInDays: UNKNOWN }, "totalRetentionInDays")),
    },
    otherType: "azure-native:operationalinsights:SavedSearch",
});
