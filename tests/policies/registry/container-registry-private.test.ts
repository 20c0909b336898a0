import { containerRegistryPrivate } from "../../../policies/rules/registry/container-registry-private";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

describeRule(containerRegistryPrivate, {
    type: "azure-native:containerregistry:Registry",
    accepts: {
        "a private registry": compliant({
            publicNetworkAccess: "Disabled",
            adminUserEnabled: false,
            anonymousPullEnabled: false,
        }),
        "a private registry with Azure's defaults": compliant({ publicNetworkAccess: "Disabled" }),
    },
    rejects: {
        "a public registry with a shared account and anonymous pull": violation(
            { publicNetworkAccess: "Enabled", adminUserEnabled: true, anonymousPullEnabled: true },
            "publicNetworkAccess : attendu « Disabled », obtenu « Enabled »",
            "adminUserEnabled : attendu false, obtenu true",
            "anonymousPullEnabled : attendu false, obtenu true",
        ),
    },
    unset: {
        "public access": violation({}, "publicNetworkAccess : attendu « Disabled », non défini"),
    },
    unknown: {
        "every property": undecided(
            { publicNetworkAccess: UNKNOWN, adminUserEnabled: UNKNOWN, anonymousPullEnabled: UNKNOWN },
            "publicNetworkAccess",
            "adminUserEnabled",
            "anonymousPullEnabled",
        ),
    },
    otherType: "azure-native:containerregistry:Replication",
});
