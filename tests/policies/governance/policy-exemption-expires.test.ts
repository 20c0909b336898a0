import { policyExemptionExpiresBy } from "../../../policies/rules/governance/policy-exemption-expires";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const at = policyExemptionExpiresBy(() => Date.parse("2026-01-01T00:00:00Z"));
const exemption = (expiresOn: unknown, description: unknown = "Migration, ticket 4012.") => ({
    expiresOn,
    description,
});
const EXPECTED = "expiresOn : attendu une date, à 180 jours au plus";

describeRule(at, {
    type: "azure-native:authorization:PolicyExemption",
    accepts: {
        "the last moment": compliant(exemption("2026-06-30T00:00:00Z")),
        "an exemption that has ended": compliant(exemption("2025-01-01")),
        "a year that users allow": { ...compliant(exemption("2026-12-31")), config: { maxDays: 364 } },
    },
    rejects: {
        "a moment too late": violation(
            exemption("2026-06-30T00:00:01Z"),
            `${EXPECTED}, obtenu « 2026-06-30T00:00:01Z »`,
        ),
        "what is no date": violation(exemption("jamais"), `${EXPECTED}, obtenu « jamais »`),
        "a number": violation(exemption(0), `${EXPECTED}, obtenu 0`),
        "no reason": violation(
            exemption("2026-01-02", " "),
            "description : attendu une valeur non vide, obtenu «   »",
        ),
    },
    unset: {
        "the end, which is then never,": violation(exemption(null), `${EXPECTED}, non défini`),
        "the reason": violation(
            exemption("2026-01-02", null),
            "description : attendu une valeur non vide, non défini",
        ),
    },
    unknown: { "the end": undecided(exemption(UNKNOWN), "expiresOn") },
    otherType: "azure-native:authorization:PolicyAssignment",
});
