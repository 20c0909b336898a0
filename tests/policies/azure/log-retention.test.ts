import { logRetention } from "../../../policies/rules/azure/log-retention";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const refused = (retentionInDays: unknown, got: string) =>
    violation({ retentionInDays }, `retentionInDays : attendu un nombre de 180 à 365, obtenu ${got}`);

describeRule(logRetention, {
    type: "azure-native:operationalinsights:Workspace",
    accepts: {
        "six months": compliant({ retentionInDays: 180 }),
        "one year": compliant({ retentionInDays: 365 }),
    },
    rejects: {
        "a day too little": refused(179, "179"),
        "a day too much": refused(366, "366"),
        "a number written as text": refused("365", "« 365 »"),
    },
    unset: {
        "retention, which is then 30 days,": violation(
            {},
            "retentionInDays : attendu un nombre de 180 à 365, non défini",
        ),
    },
    unknown: { retention: undecided({ retentionInDays: UNKNOWN }, "retentionInDays") },
    otherType: "azure-native:operationalinsights:Table",
});
