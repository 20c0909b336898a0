import { nodePoolTrustedLaunch } from "../../../policies/rules/aks/node-pool-trusted-launch";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const pool = (enableSecureBoot: unknown, enableVTPM: unknown) => ({
    securityProfile: { enableSecureBoot, enableVTPM },
});
const cluster = (sample: Case): Case => ({
    ...sample,
    type: "azure-native:containerservice:ManagedCluster",
    props: { agentPoolProfiles: [sample.props] },
});
const BOOT = "securityProfile.enableSecureBoot : attendu true";
const TPM = "securityProfile.enableVTPM : attendu true";

describeRule(nodePoolTrustedLaunch, {
    type: "azure-native:containerservice:AgentPool",
    accepts: { "a trusted launch": compliant(pool(true, true)) },
    rejects: {
        "a kernel that is not signed": violation(pool(false, true), `${BOOT}, obtenu false`),
        "a start that is not measured": violation(pool(true, false), `${TPM}, obtenu false`),
        "the same in the pool of a cluster": cluster(
            violation(pool(true, false), `agentPoolProfiles[0].${TPM}, obtenu false`),
        ),
    },
    unset: { "both, which are then off,": violation({}, `${BOOT}, non défini`, `${TPM}, non défini`) },
    unknown: { "the boot": undecided(pool(UNKNOWN, true), "securityProfile.enableSecureBoot") },
    otherType: "azure-native:containerservice:MaintenanceConfiguration",
});
