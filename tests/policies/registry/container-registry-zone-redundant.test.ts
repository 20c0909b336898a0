import { containerRegistryZoneRedundant } from "../../../policies/rules/registry/container-registry-zone-redundant";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const EXPECTED = "zoneRedundancy : attendu « Enabled »";

describeRule(containerRegistryZoneRedundant, {
    type: "azure-native:containerregistry:Registry",
    accepts: { "a registry in every zone": compliant({ zoneRedundancy: "Enabled" }) },
    rejects: {
        "a registry in one zone": violation(
            { zoneRedundancy: "Disabled" },
            `${EXPECTED}, obtenu « Disabled »`,
        ),
    },
    unset: { "the zones": violation({}, `${EXPECTED}, non défini`) },
    unknown: { "the zones": undecided({ zoneRedundancy: UNKNOWN }, "zoneRedundancy") },
    otherType: "azure-native:containerregistry:Replication",
});
