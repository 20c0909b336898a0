import { containerRegistryUntaggedPurged } from "../../../policies/rules/registry/container-registry-untagged-purged";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const registry = (days: unknown, status: unknown = "enabled") => ({
    policies: { retentionPolicy: { status, days } },
});
const RETENTION = "policies.retentionPolicy";

describeRule(containerRegistryUntaggedPurged, {
    type: "azure-native:containerregistry:Registry",
    accepts: {
        "a month": compliant(registry(30)),
        "the longest time by default": compliant(registry(90)),
        "no delay": compliant(registry(0)),
        "a year that users allow": { ...compliant(registry(365)), config: { maxDays: 365 } },
    },
    rejects: {
        "no purge": violation(
            registry(30, "disabled"),
            `${RETENTION}.status : attendu « enabled », obtenu « disabled »`,
        ),
        "more than three months": violation(
            registry(91),
            `${RETENTION}.days : attendu un nombre de 0 à 90, obtenu 91`,
        ),
    },
    unset: {
        "the days, which are then seven,": compliant(registry(null)),
        "the purge, which is then off,": violation(
            {},
            `${RETENTION}.status : attendu « enabled », non défini`,
        ),
    },
    unknown: {
        "the days": undecided(registry(UNKNOWN), `${RETENTION}.days`),
        "the purge": undecided(registry(30, UNKNOWN), `${RETENTION}.status`),
    },
    otherType: "azure-native:containerregistry:Replication",
});
