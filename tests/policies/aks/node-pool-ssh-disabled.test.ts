import { nodePoolSshDisabled } from "../../../policies/rules/aks/node-pool-ssh-disabled";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const pool = (sshAccess: unknown) => ({ securityProfile: { sshAccess } });
const cluster = (sample: Case): Case => ({
    ...sample,
    type: "azure-native:containerservice:ManagedCluster",
    props: { agentPoolProfiles: [sample.props] },
});
const SSH = "securityProfile.sshAccess";

describeRule(nodePoolSshDisabled, {
    type: "azure-native:containerservice:AgentPool",
    accepts: {
        "nodes without SSH": compliant(pool("Disabled")),
        "a cluster whose nodes have none": cluster(compliant(pool("Disabled"))),
    },
    rejects: {
        "SSH to a local user": violation(
            pool("LocalUser"),
            `${SSH} : attendu « Disabled », obtenu « LocalUser »`,
        ),
        "the same in the pool of a cluster": cluster(
            violation(
                pool("LocalUser"),
                `agentPoolProfiles[0].${SSH} : attendu « Disabled », obtenu « LocalUser »`,
            ),
        ),
    },
    unset: { "SSH, which is then open,": violation({}, `${SSH} : attendu « Disabled », non défini`) },
    unknown: { SSH: undecided(pool(UNKNOWN), SSH) },
    otherType: "azure-native:containerservice:MaintenanceConfiguration",
});
