import { storageAccountSasBounded } from "../../../policies/rules/storage/storage-account-sas-bounded";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const MESSAGE =
    "sasPolicy : attendu une durée d’au plus 7 jours et l’action « Block », ou allowSharedKeyAccess à false";
const sas = (sasExpirationPeriod: unknown, expirationAction: unknown = "Block") => ({
    sasPolicy: { expirationAction, sasExpirationPeriod },
});
describeRule(storageAccountSasBounded, {
    type: "azure-native:storage:StorageAccount",
    accepts: {
        "an account without shared keys": compliant({ allowSharedKeyAccess: false }),
        "exactly the longest time": compliant(sas("7.00:00:00")),
        "the parts of a day": compliant(sas("6.23:59:60", "block")),
        "a time that the users chose": { ...compliant(sas("30.00:00:00")), config: { maxDays: 30 } },
    },
    rejects: {
        "a second more": violation(sas("7.00:00:01"), MESSAGE),
        "a minute more": violation(sas("7.00:01:00"), MESSAGE),
        "an hour more": violation(sas("7.01:00:00"), MESSAGE),
        "parts that make more": violation(sas("6.24:00:01"), MESSAGE),
        "minutes that make more": violation(sas("6.23:60:01"), MESSAGE),
        "what only logs": violation(sas("1.00:00:00", "Log"), MESSAGE),
        "another form": violation(sas("P1D"), MESSAGE),
        "a form with something before": violation(sas("x1.00:00:00"), MESSAGE),
        "a form with something after": violation(sas("1.00:00:00x"), MESSAGE),
        "a number": violation(sas(1), MESSAGE),
    },
    unset: {
        "the policy": violation({ allowSharedKeyAccess: true }, MESSAGE),
        everything: violation({}, MESSAGE),
    },
    unknown: {
        "the time": undecided(sas(UNKNOWN), "sasPolicy.sasExpirationPeriod"),
        "keys, which may be forbidden,": undecided({ allowSharedKeyAccess: UNKNOWN }, "allowSharedKeyAccess"),
    },
    otherType: "azure-native:storage:BlobContainer",
});
