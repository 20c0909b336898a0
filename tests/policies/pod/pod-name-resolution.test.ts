import { podNameResolution } from "../../../policies/rules/pod/pod-name-resolution";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { DEPLOYMENT, deployment, POD } from "../pods";

describeRule(podNameResolution, {
    type: DEPLOYMENT,
    accepts: {
        "the cluster's servers": compliant(deployment({ dnsPolicy: "ClusterFirst", hostAliases: [] })),
        "the cluster's servers from the node's network": compliant(
            deployment({ dnsPolicy: "ClusterFirstWithHostNet", dnsConfig: { nameservers: [] } }),
        ),
        "options that name no server": compliant(deployment({ dnsConfig: { options: [{ name: "ndots" }] } })),
    },
    rejects: {
        "the node's servers": violation(
            deployment({ dnsPolicy: "Default" }),
            `${POD}.dnsPolicy : attendu « ClusterFirst », obtenu « Default »`,
        ),
        "a server of its own": violation(
            deployment({ dnsPolicy: "None", dnsConfig: { nameservers: ["192.0.2.53"] } }),
            `${POD}.dnsPolicy : attendu « ClusterFirst », obtenu « None »`,
            `${POD}.dnsConfig.nameservers[0] : attendu aucun serveur DNS propre au pod`,
        ),
        "an alias": violation(
            deployment({ hostAliases: [{ ip: "192.0.2.10", hostnames: ["vault.example"] }] }),
            `${POD}.hostAliases[0] : attendu aucun alias d’hôte`,
        ),
    },
    unset: { "every setting": compliant(deployment()) },
    unknown: { "the policy": undecided(deployment({ dnsPolicy: UNKNOWN }), `${POD}.dnsPolicy`) },
    otherType: "kubernetes:core/v1:Service",
});
