import { logExportEnabled } from "../../../policies/rules/monitor/log-export-enabled";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

describeRule(logExportEnabled, {
    type: "azure-native:operationalinsights:DataExport",
    accepts: { "an active export": compliant({ enable: true }) },
    rejects: {
        "an export turned off": violation({ enable: false }, "enable : attendu true, obtenu false"),
        "a text in place of the switch": violation(
            { enable: "true" },
            "enable : attendu true, obtenu « true »",
        ),
    },
    unset: { "the switch, which Azure may leave off,": violation({}, "enable : attendu true, non défini") },
    unknown: { "the switch": undecided({ enable: UNKNOWN }, "enable") },
    otherType: "azure-native:operationalinsights:Workspace",
});
