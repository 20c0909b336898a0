import { nodePoolEncryptionAtHost } from "../../../policies/rules/aks/node-pool-encryption-at-host";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const POOL = "azure-native:containerservice:AgentPool";

const cluster = (...settings: readonly unknown[]) => ({
    agentPoolProfiles: settings.map((enableEncryptionAtHost) => ({ name: "system", enableEncryptionAtHost })),
});

describeRule(nodePoolEncryptionAtHost, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: {
        "inline pools encrypted at the host": compliant(cluster(true, true)),
        "a pool encrypted at the host": { ...compliant({ enableEncryptionAtHost: true }), type: POOL },
    },
    rejects: {
        "one inline pool among two": violation(
            cluster(true, false),
            "agentPoolProfiles[1].enableEncryptionAtHost : attendu true, obtenu false",
        ),
        "a pool in clear": {
            ...violation(
                { enableEncryptionAtHost: false },
                "enableEncryptionAtHost : attendu true, obtenu false",
            ),
            type: POOL,
        },
        "a pool that is no object": violation(
            { agentPoolProfiles: ["system"] },
            "agentPoolProfiles[0] : attendu un objet, obtenu une chaîne",
        ),
    },
    unset: {
        "the setting of an inline pool": violation(
            { agentPoolProfiles: [{ name: "system" }] },
            "agentPoolProfiles[0].enableEncryptionAtHost : attendu true, non défini",
        ),
        "every pool": violation({}, "agentPoolProfiles : attendu une liste non vide, non défini"),
        "the setting of a pool": {
            ...violation({}, "enableEncryptionAtHost : attendu true, non défini"),
            type: POOL,
        },
    },
    unknown: {
        "one pool, beside a violation in another,": {
            ...violation(
                { agentPoolProfiles: [UNKNOWN, { enableEncryptionAtHost: false }] },
                "agentPoolProfiles[1].enableEncryptionAtHost : attendu true, obtenu false",
            ),
            unknowns: ["agentPoolProfiles[0]"],
        },
        "the list of pools": undecided({ agentPoolProfiles: UNKNOWN }, "agentPoolProfiles"),
    },
    otherType: "azure-native:containerservice:MaintenanceConfiguration",
});
