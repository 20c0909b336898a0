import { storageArchiveImmutable } from "../../../policies/rules/storage/storage-archive-immutable";
import {
    type Case,
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const account = (state: unknown, days: unknown, enabled: unknown = true) => ({
    immutableStorageWithVersioning: {
        enabled,
        immutabilityPolicy: { state, immutabilityPeriodSinceCreationInDays: days },
    },
});
const policy = (sample: Case): Case => ({
    ...sample,
    type: "azure-native:storage:BlobContainerImmutabilityPolicy",
});
const PERIOD = "immutabilityPeriodSinceCreationInDays";
const inAccount = (path: string) => `immutableStorageWithVersioning.${path}`;
const EXPECTED = "attendu un nombre de 180 à 365";

describeRule(storageArchiveImmutable, {
    type: "azure-native:storage:StorageAccount",
    accepts: {
        "an account that is not an archive": notApplicable({}),
        "an archive on trial": compliant(account("Unlocked", 365)),
        "a locked archive": compliant(account("Locked", 365)),
        "a locked archive for three years, if the users justify it": {
            ...compliant(account("Locked", 1095)),
            config: { maxDays: 1095 },
        },
        "a container that keeps six months": policy(compliant({ [PERIOD]: 180 })),
    },
    rejects: {
        "an archive that can be rewritten": violation(
            account("Disabled", 365, false),
            `${inAccount("enabled")} : attendu true, obtenu false`,
            `${inAccount("immutabilityPolicy.state")} : attendu « Unlocked » ou « Locked », obtenu « Disabled »`,
        ),
        "an archive for a day over a year": violation(
            account("Locked", 366),
            `${inAccount(`immutabilityPolicy.${PERIOD}`)} : ${EXPECTED}, obtenu 366`,
        ),
        "an archive for longer than the users justify": {
            ...violation(
                account("Locked", 1096),
                `${inAccount(`immutabilityPolicy.${PERIOD}`)} : attendu un nombre de 180 à 1095, obtenu 1096`,
            ),
            config: { maxDays: 1095 },
        },
        "a container that keeps a day less than six months": policy(
            violation({ [PERIOD]: 179 }, `${PERIOD} : ${EXPECTED}, obtenu 179`),
        ),
        "a container that keeps a month": policy(
            violation({ [PERIOD]: 30 }, `${PERIOD} : ${EXPECTED}, obtenu 30`),
        ),
    },
    unset: {
        "the period of a container": policy(violation({}, `${PERIOD} : ${EXPECTED}, non défini`)),
    },
    unknown: {
        "the period of a container": policy(undecided({ [PERIOD]: UNKNOWN }, PERIOD)),
        "the state of an account": undecided(account(UNKNOWN, 365), inAccount("immutabilityPolicy.state")),
    },
    otherType: "azure-native:storage:BlobContainer",
});
