import { aksAutomaticUpgrades } from "../../../policies/rules/aks/aks-automatic-upgrades";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const cluster = (upgradeChannel: unknown, nodeOSUpgradeChannel?: unknown) => ({
    autoUpgradeProfile: {
        upgradeChannel,
        ...(nodeOSUpgradeChannel === undefined ? {} : { nodeOSUpgradeChannel }),
    },
});

describeRule(aksAutomaticUpgrades, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: {
        "patches of both": compliant(cluster("patch", "NodeImage")),
        "the last version but one, and security patches of nodes": compliant(
            cluster("stable", "SecurityPatch"),
        ),
    },
    rejects: {
        "a cluster that stays, on nodes that nobody patches": violation(
            cluster("none", "Unmanaged"),
            "autoUpgradeProfile.upgradeChannel : attendu « patch » ou « stable » ou « rapid », obtenu « none »",
            "autoUpgradeProfile.nodeOSUpgradeChannel : attendu « NodeImage » ou « SecurityPatch », obtenu « Unmanaged »",
        ),
    },
    unset: {
        "both channels": violation(
            {},
            "autoUpgradeProfile.upgradeChannel : attendu « patch » ou « stable » ou « rapid », non défini",
        ),
        "the channel of the nodes": compliant(cluster("patch")),
    },
    unknown: { "the channel": undecided(cluster(UNKNOWN), "autoUpgradeProfile.upgradeChannel") },
    otherType: "azure-native:containerservice:AgentPool",
});
