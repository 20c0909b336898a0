import { containerRegistryImagesControlled } from "../../../policies/rules/registry/container-registry-images-controlled";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const registry = (quarantine: unknown, exported: unknown) => ({
    policies: { quarantinePolicy: { status: quarantine }, exportPolicy: { status: exported } },
});

describeRule(containerRegistryImagesControlled, {
    type: "azure-native:containerregistry:Registry",
    accepts: { "checks on the way in and out": compliant(registry("enabled", "disabled")) },
    rejects: {
        "no check": violation(
            registry("disabled", "enabled"),
            "policies.quarantinePolicy.status : attendu « enabled », obtenu « disabled »",
            "policies.exportPolicy.status : attendu « disabled », obtenu « enabled »",
        ),
    },
    unset: {
        "every policy": violation(
            {},
            "policies.quarantinePolicy.status : attendu « enabled », non défini",
            "policies.exportPolicy.status : attendu « disabled », non défini",
        ),
    },
    unknown: {
        "one policy": undecided(registry("enabled", UNKNOWN), "policies.exportPolicy.status"),
    },
    otherType: "azure-native:containerregistry:Replication",
});
