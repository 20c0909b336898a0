import { sqlDataEncrypted } from "../../../policies/rules/database/sql-data-encrypted";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { describeRemedies } from "../../support/remedies";

describeRule(sqlDataEncrypted, {
    type: "azure-native:sql:TransparentDataEncryption",
    accepts: { "an encrypted database": compliant({ state: "Enabled" }) },
    rejects: {
        "a database in clear": violation(
            { state: "Disabled" },
            "state : attendu « Enabled », obtenu « Disabled »",
        ),
    },
    unset: { "the state": violation({}, "state : attendu « Enabled », non défini") },
    unknown: { "the state": undecided({ state: UNKNOWN }, "state") },
    otherType: "azure-native:sql:Database",
});

describeRemedies(sqlDataEncrypted, {
    "azure-native:sql:TransparentDataEncryption": [{ path: "state", value: "Enabled" }],
});
