import { aksWorkloadIdentity } from "../../../policies/rules/aks/aks-workload-identity";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const cluster = (oidc: unknown, identity: unknown) => ({
    oidcIssuerProfile: { enabled: oidc },
    securityProfile: { workloadIdentity: { enabled: identity } },
});

describeRule(aksWorkloadIdentity, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: { "issuer and workload identity": compliant(cluster(true, true)) },
    rejects: {
        "an issuer alone": violation(
            cluster(true, false),
            "securityProfile.workloadIdentity.enabled : attendu true, obtenu false",
        ),
    },
    unset: {
        both: violation(
            {},
            "oidcIssuerProfile.enabled : attendu true, non défini",
            "securityProfile.workloadIdentity.enabled : attendu true, non défini",
        ),
    },
    unknown: { "the issuer": undecided(cluster(UNKNOWN, true), "oidcIssuerProfile.enabled") },
    otherType: "azure-native:containerservice:AgentPool",
});
