import { cosmosEntraOnly } from "../../../policies/rules/database/cosmos-entra-only";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { describeRemedies } from "../../support/remedies";

const entra = { disableLocalAuth: true, disableKeyBasedMetadataWriteAccess: true };

describeRule(cosmosEntraOnly, {
    type: "azure-native:cosmosdb:DatabaseAccount",
    accepts: { "Entra identities alone": compliant(entra) },
    rejects: {
        keys: violation(
            { ...entra, disableLocalAuth: false },
            "disableLocalAuth : attendu true, obtenu false",
        ),
        "keys on metadata": violation(
            { ...entra, disableKeyBasedMetadataWriteAccess: false },
            "disableKeyBasedMetadataWriteAccess : attendu true, obtenu false",
        ),
    },
    unset: {
        "both, which are then false,": violation(
            {},
            "disableLocalAuth : attendu true, non défini",
            "disableKeyBasedMetadataWriteAccess : attendu true, non défini",
        ),
    },
    unknown: { keys: undecided({ ...entra, disableLocalAuth: UNKNOWN }, "disableLocalAuth") },
    otherType: "azure-native:cosmosdb:SqlResourceSqlContainer",
});

describeRemedies(cosmosEntraOnly, {
    "azure-native:cosmosdb:DatabaseAccount": [{ path: "disableKeyBasedMetadataWriteAccess", value: true }],
});
