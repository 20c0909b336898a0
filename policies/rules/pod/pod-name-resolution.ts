import { such } from "../../expectation";
import { defineRule } from "../../rule";
import { podExample } from "../../kubernetes/example-workload";
import { podSpec, workloadTypes } from "../../kubernetes/pods";

const clusterDns = such(
    "« ClusterFirst »",
    (policy) => policy === undefined || policy === "ClusterFirst" || policy === "ClusterFirstWithHostNet",
);

export const podNameResolution = defineRule({
    id: "pod-name-resolution",
    title: {
        fr: "Tout pod résout les noms par le cluster",
        en: "Every pod resolves names through the cluster",
    },
    why: {
        fr: "Un serveur DNS ou un alias propre au pod détourne des flux et échappe à la journalisation du cluster.",
        en: "A DNS server or an alias of the pod's own diverts flows and escapes the cluster's logging.",
    },
    remediation: {
        fr: "Retirer hostAliases et dnsConfig.nameservers, et laisser dnsPolicy à « ClusterFirst ».",
        en: "Remove hostAliases and dnsConfig.nameservers, and leave dnsPolicy at ClusterFirst.",
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/",
    appliesTo: workloadTypes,
    examples: {
        compliant: [podExample({ dnsPolicy: "ClusterFirst" })],
        violation: [
            podExample({ dnsPolicy: "None", dnsConfig: { nameservers: ["192.0.2.53"] } }),
            podExample({ hostAliases: [{ ip: "192.0.2.10", hostnames: ["vault.example"] }] }),
        ],
    },
    check(workload, { type }) {
        const pod = podSpec(workload, type);
        pod.expect("dnsPolicy", clusterDns);
        pod.each("dnsConfig.nameservers", (server) => {
            server.violation("", "attendu aucun serveur DNS propre au pod");
        });
        pod.each("hostAliases", (alias) => {
            alias.violation("", "attendu aucun alias d’hôte");
        });
    },
});
