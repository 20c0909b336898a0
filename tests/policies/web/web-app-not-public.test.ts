import { webAppNotPublic } from "../../../policies/rules/web/web-app-not-public";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

describeRule(webAppNotPublic, {
    type: "azure-native:web:WebApp",
    accepts: {
        "a closed application": compliant({ publicNetworkAccess: "disabled" }),
        "a slot likewise": {
            ...compliant({ publicNetworkAccess: "Disabled" }),
            type: "azure-native:web:WebAppSlot",
        },
        "a static site likewise": {
            ...compliant({ publicNetworkAccess: "Disabled" }),
            type: "azure-native:web:StaticSite",
        },
    },
    rejects: {
        "a public one": violation(
            { publicNetworkAccess: "Enabled" },
            "publicNetworkAccess : attendu « Disabled », obtenu « Enabled »",
        ),
        "an empty text": violation(
            { publicNetworkAccess: "" },
            "publicNetworkAccess : attendu « Disabled », obtenu «  »",
        ),
    },
    unset: { access: violation({}, "publicNetworkAccess : attendu « Disabled », non défini") },
    unknown: { access: undecided({ publicNetworkAccess: UNKNOWN }, "publicNetworkAccess") },
    otherType: "azure-native:web:AppServicePlan",
});
