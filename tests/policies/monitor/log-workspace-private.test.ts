import { logWorkspacePrivate } from "../../../policies/rules/monitor/log-workspace-private";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const scope = (sample: Case): Case => ({ ...sample, type: "azure-native:monitor:PrivateLinkScope" });
const PRIVATE = {
    publicNetworkAccessForIngestion: "Disabled",
    publicNetworkAccessForQuery: "Disabled",
    features: { disableLocalAuth: true },
};
const modes = (ingestionAccessMode: unknown, queryAccessMode: unknown) => ({
    accessModeSettings: { ingestionAccessMode, queryAccessMode },
});

describeRule(logWorkspacePrivate, {
    type: "azure-native:operationalinsights:Workspace",
    accepts: {
        "a private workspace": compliant(PRIVATE),
        "a private scope": scope(compliant(modes("PrivateOnly", "PrivateOnly"))),
    },
    rejects: {
        "a workspace that anybody may query": violation(
            { ...PRIVATE, publicNetworkAccessForQuery: "Enabled" },
            "publicNetworkAccessForQuery : attendu « Disabled », obtenu « Enabled »",
        ),
        "a workspace with a shared key": violation(
            { ...PRIVATE, features: { disableLocalAuth: false } },
            "features.disableLocalAuth : attendu true, obtenu false",
        ),
        "an open scope": scope(
            violation(
                modes("Open", "Open"),
                "accessModeSettings.ingestionAccessMode : attendu « PrivateOnly », obtenu « Open »",
                "accessModeSettings.queryAccessMode : attendu « PrivateOnly », obtenu « Open »",
            ),
        ),
    },
    unset: {
        "every property, which is then open,": violation(
            {},
            "publicNetworkAccessForIngestion : attendu « Disabled », non défini",
            "publicNetworkAccessForQuery : attendu « Disabled », non défini",
            "features.disableLocalAuth : attendu true, non défini",
        ),
    },
    unknown: {
        ingestion: undecided(
            { ...PRIVATE, publicNetworkAccessForIngestion: UNKNOWN },
            "publicNetworkAccessForIngestion",
        ),
    },
    otherType: "azure-native:operationalinsights:Table",
});
