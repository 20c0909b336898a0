import { applicationInsightsPrivate } from "../../../policies/rules/monitor/application-insights-private";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const closed = {
    publicNetworkAccessForIngestion: "Disabled",
    publicNetworkAccessForQuery: "Disabled",
    disableLocalAuth: true,
    workspaceResourceId: "/subscriptions/0",
};
const KEPT = "retentionInDays : attendu un nombre de 30 à 365";

describeRule(applicationInsightsPrivate, {
    type: "azure-native:applicationinsights:Component",
    accepts: {
        "a private component": compliant({ ...closed, disableIpMasking: false, retentionInDays: 365 }),
        "one month": compliant({ ...closed, retentionInDays: 30 }),
        "a workspace that is not created yet": compliant({ ...closed, workspaceResourceId: UNKNOWN }),
    },
    rejects: {
        "public writing": violation(
            { ...closed, publicNetworkAccessForIngestion: "Enabled" },
            "publicNetworkAccessForIngestion : attendu « Disabled », obtenu « Enabled »",
        ),
        "public reading": violation(
            { ...closed, publicNetworkAccessForQuery: "Enabled" },
            "publicNetworkAccessForQuery : attendu « Disabled », obtenu « Enabled »",
        ),
        "a key": violation(
            { ...closed, disableLocalAuth: false },
            "disableLocalAuth : attendu true, obtenu false",
        ),
        "addresses in clear": violation(
            { ...closed, disableIpMasking: true },
            "disableIpMasking : attendu false, obtenu true",
        ),
        "a day too much": violation({ ...closed, retentionInDays: 366 }, `${KEPT}, obtenu 366`),
        "a day too little": violation({ ...closed, retentionInDays: 29 }, `${KEPT}, obtenu 29`),
    },
    unset: {
        everything: violation(
            {},
            "publicNetworkAccessForIngestion : attendu « Disabled », non défini",
            "publicNetworkAccessForQuery : attendu « Disabled », non défini",
            "disableLocalAuth : attendu true, non défini",
            "workspaceResourceId : attendu un espace de journaux, non défini",
        ),
        retention: compliant(closed),
    },
    unknown: { "the key": undecided({ ...closed, disableLocalAuth: UNKNOWN }, "disableLocalAuth") },
    otherType: "azure-native:applicationinsights:WebTest",
});
