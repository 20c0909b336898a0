import { webAppManagedIdentity } from "../../../policies/rules/web/web-app-managed-identity";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const KINDS = "« SystemAssigned » ou « UserAssigned » ou « SystemAssigned, UserAssigned »";
const identity = (type: unknown) => ({ identity: { type } });
describeRule(webAppManagedIdentity, {
    type: "azure-native:web:WebApp",
    accepts: {
        "its own identity": compliant(identity("systemassigned")),
        "an identity of the platform": compliant(identity("UserAssigned")),
        both: compliant(identity("SystemAssigned, UserAssigned")),
        "a slot likewise": { ...compliant(identity("UserAssigned")), type: "azure-native:web:WebAppSlot" },
    },
    rejects: { none: violation(identity("None"), `identity.type : attendu ${KINDS}, obtenu « None »`) },
    unset: { identity: violation({}, `identity.type : attendu ${KINDS}, non défini`) },
    unknown: { identity: undecided({ identity: UNKNOWN }, "identity") },
    otherType: "azure-native:web:AppServicePlan",
});
