import { storageAccountOauthDefault } from "../../../policies/rules/storage/storage-account-oauth-default";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

describeRule(storageAccountOauthDefault, {
    type: "azure-native:storage:StorageAccount",
    accepts: {
        "Entra alone": compliant({ defaultToOAuthAuthentication: true, isLocalUserEnabled: false }),
        "no local users by default": compliant({ defaultToOAuthAuthentication: true }),
    },
    rejects: {
        "keys first": violation(
            { defaultToOAuthAuthentication: false },
            "defaultToOAuthAuthentication : attendu true, obtenu false",
        ),
        "local users": violation(
            { defaultToOAuthAuthentication: true, isLocalUserEnabled: true },
            "isLocalUserEnabled : attendu false, obtenu true",
        ),
    },
    unset: { "the default": violation({}, "defaultToOAuthAuthentication : attendu true, non défini") },
    unknown: {
        "local users": undecided(
            { defaultToOAuthAuthentication: true, isLocalUserEnabled: UNKNOWN },
            "isLocalUserEnabled",
        ),
        "the default": undecided({ defaultToOAuthAuthentication: UNKNOWN }, "defaultToOAuthAuthentication"),
    },
    otherType: "azure-native:storage:BlobContainer",
});
