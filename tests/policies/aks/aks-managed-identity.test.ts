import { aksManagedIdentity } from "../../../policies/rules/aks/aks-managed-identity";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const cluster = (type: unknown, others: object = {}) => ({ identity: { type }, ...others });
const principal = (clientId: unknown) => cluster("UserAssigned", { servicePrincipalProfile: { clientId } });
const pods = (enabled: unknown) => cluster("UserAssigned", { podIdentityProfile: { enabled } });

describeRule(aksManagedIdentity, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: {
        "an identity of one's own": compliant(cluster("UserAssigned")),
        "the system's identity": compliant(cluster("SystemAssigned")),
        "what Azure writes for a managed identity": compliant(principal("msi")),
        "pod identity that is off": compliant(pods(false)),
    },
    rejects: {
        "no identity": violation(
            cluster("None"),
            "identity.type : attendu « UserAssigned » ou « SystemAssigned », obtenu « None »",
        ),
        "a service principal": violation(
            principal("0f1e"),
            "servicePrincipalProfile.clientId : attendu « msi », obtenu « 0f1e »",
        ),
        "pod identity": violation(pods(true), "podIdentityProfile.enabled : attendu false, obtenu true"),
    },
    unset: {
        "the identity": violation(
            {},
            "identity.type : attendu « UserAssigned » ou « SystemAssigned », non défini",
        ),
        "the client of a service principal": violation(
            cluster("UserAssigned", { servicePrincipalProfile: {} }),
            "servicePrincipalProfile.clientId : attendu « msi », non défini",
        ),
    },
    unknown: {
        "the identity": undecided(cluster(UNKNOWN), "identity.type"),
        "the service principal": undecided(principal(UNKNOWN), "servicePrincipalProfile.clientId"),
        "pod identity": undecided(pods(UNKNOWN), "podIdentityProfile.enabled"),
    },
    otherType: "azure-native:containerservice:AgentPool",
});
