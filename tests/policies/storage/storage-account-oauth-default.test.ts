import { storageAccountOauthDefault } from "../../../policies/rules/storage/storage-account-oauth-default";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { describeRemedies } from "../../support/remedies";

describeRule(storageAccountOauthDefault, {
    type: "azure-native:storage:StorageAccount",
    accepts: {
        "Entra alone": compliant({ defaultToOAuthAuthentication: true, isLocalUserEnabled: false }),
    },
    rejects: {
        "keys first": violation(
            { defaultToOAuthAuthentication: false, isLocalUserEnabled: false },
            "defaultToOAuthAuthentication : attendu true, obtenu false",
        ),
        "local users": violation(
            { defaultToOAuthAuthentication: true, isLocalUserEnabled: true },
            "isLocalUserEnabled : attendu false, obtenu true",
        ),
    },
    unset: {
        both: violation(
            {},
            "defaultToOAuthAuthentication : attendu true, non défini",
            "isLocalUserEnabled : attendu false, non défini",
        ),
    },
    unknown: {
        "local users": undecided(
            { defaultToOAuthAuthentication: true, isLocalUserEnabled: UNKNOWN },
            "isLocalUserEnabled",
        ),
        "the default": undecided(
            { defaultToOAuthAuthentication: UNKNOWN, isLocalUserEnabled: false },
            "defaultToOAuthAuthentication",
        ),
    },
    otherType: "azure-native:storage:BlobContainer",
});

describeRemedies(storageAccountOauthDefault, {
    "azure-native:storage:StorageAccount": [{ path: "defaultToOAuthAuthentication", value: true }],
});
