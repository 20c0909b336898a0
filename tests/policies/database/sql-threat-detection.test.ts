import { sqlThreatDetection } from "../../../policies/rules/database/sql-threat-detection";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { describeRemedies } from "../../support/remedies";

const STATE = "state : attendu « Enabled »";
const of = (type: string, sample: Case): Case => ({ ...sample, type: `azure-native:sql:${type}` });

describeRule(sqlThreatDetection, {
    type: "azure-native:sql:ServerSecurityAlertPolicy",
    accepts: {
        "every alert": compliant({ state: "Enabled", disabledAlerts: [""] }),
        "every alert of a database": of("DatabaseSecurityAlertPolicy", compliant({ state: "Enabled" })),
        "an assessment": of(
            "SqlVulnerabilityAssessmentsSetting",
            compliant({ state: "Enabled", disabledAlerts: ["Sql_Injection"] }),
        ),
    },
    rejects: {
        "no alert": violation({ state: "Disabled" }, `${STATE}, obtenu « Disabled »`),
        "an alert that is off": violation(
            { state: "Enabled", disabledAlerts: ["", "Sql_Injection"] },
            "disabledAlerts[1] : attendu aucune alerte éteinte",
        ),
        "an alert of a database that is off": of(
            "DatabaseSecurityAlertPolicy",
            violation(
                { state: "Enabled", disabledAlerts: ["Sql_Injection"] },
                "disabledAlerts[0] : attendu aucune alerte éteinte",
            ),
        ),
        "no assessment": of(
            "SqlVulnerabilityAssessmentsSetting",
            violation({ state: "Disabled" }, `${STATE}, obtenu « Disabled »`),
        ),
    },
    unset: { "the state": violation({}, `${STATE}, non défini`) },
    unknown: {
        "the state": undecided({ state: UNKNOWN }, "state"),
        "an alert": undecided({ state: "Enabled", disabledAlerts: [UNKNOWN] }, "disabledAlerts[0]"),
    },
    otherType: "azure-native:sql:Server",
});

describeRemedies(sqlThreatDetection, {
    "azure-native:sql:ServerSecurityAlertPolicy": [{ path: "state", value: "Enabled" }],
});
