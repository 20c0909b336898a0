import { storageLifecycleErases } from "../../../policies/rules/storage/storage-lifecycle-erases";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const MESSAGE = "policy.rules : attendu une règle active qui efface (baseBlob.delete) sous 1095 jours";
const erased = (days: unknown, clock = "daysAfterModificationGreaterThan") => ({
    enabled: true,
    definition: { actions: { baseBlob: { delete: { [clock]: days } } } },
});
const rules = (...list: readonly object[]) => ({ policy: { rules: list } });
describeRule(storageLifecycleErases, {
    type: "azure-native:storage:ManagementPolicy",
    accepts: {
        "exactly the longest time": compliant(rules({ enabled: true }, erased(1095))),
        "a time since creation": compliant(rules(erased(1, "daysAfterCreationGreaterThan"))),
        "a time since last access": compliant(rules(erased(30, "daysAfterLastAccessTimeGreaterThan"))),
        "a time that the users chose": { ...compliant(rules(erased(2000))), config: { maxDays: 2000 } },
    },
    rejects: {
        "a longer time": violation(rules(erased(1096)), MESSAGE),
        "a rule turned off": violation(rules({ ...erased(30), enabled: false }), MESSAGE),
        "a policy that only moves": violation(
            rules({
                enabled: true,
                definition: {
                    actions: { baseBlob: { tierToCool: { daysAfterModificationGreaterThan: 1 } } },
                },
            }),
            MESSAGE,
        ),
        "another clock": violation(rules(erased(1, "daysAfterLastTierChangeGreaterThan")), MESSAGE),
        "a text": violation(rules(erased("1")), MESSAGE),
    },
    unset: { "the rules": violation({}, MESSAGE) },
    unknown: {
        "the time": undecided(
            rules(erased(UNKNOWN)),
            "policy.rules[0].definition.actions.baseBlob.delete.daysAfterModificationGreaterThan",
        ),
        "the rules": undecided({ policy: { rules: UNKNOWN } }, "policy.rules"),
    },
    otherType: "azure-native:storage:BlobContainer",
});
