import { storageFileShareRecoverable } from "../../../policies/rules/storage/storage-file-share-recoverable";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const PATH = "shareDeleteRetentionPolicy";
const kept = (days: unknown) => ({ shareDeleteRetentionPolicy: { enabled: true, days } });
describeRule(storageFileShareRecoverable, {
    type: "azure-native:storage:FileServiceProperties",
    accepts: { "the shortest time": compliant(kept(7)), "the longest time": compliant(kept(365)) },
    rejects: {
        "a shorter time": violation(kept(6), `${PATH}.days : attendu un nombre de 7 à 365, obtenu 6`),
        "a longer time": violation(kept(366), `${PATH}.days : attendu un nombre de 7 à 365, obtenu 366`),
        "a policy turned off": violation(
            { shareDeleteRetentionPolicy: { enabled: false, days: 7 } },
            `${PATH}.enabled : attendu true, obtenu false`,
        ),
    },
    unset: {
        "the policy": violation(
            {},
            `${PATH}.enabled : attendu true, non défini`,
            `${PATH}.days : attendu un nombre de 7 à 365, non défini`,
        ),
    },
    unknown: { "the time": undecided(kept(UNKNOWN), `${PATH}.days`) },
    otherType: "azure-native:storage:BlobServiceProperties",
});
