import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { nonEmpty, such } from "../../expectation";
import { defineRule } from "../../rule";

const privateZone = such(
    "« system » ou l’id d’une zone privée",
    (value) => nonEmpty.accepts(value) && String(value).toLowerCase() !== "none",
);

export const aksApiPrivateDns = defineRule({
    id: "aks-api-private-dns",
    title: {
        fr: "Le nom de l’API d’AKS n’est résolu qu’en privé",
        en: "The name of the AKS API resolves in private only",
    },
    why: {
        fr: "Sans zone privée, l’adresse interne de l’API est publiée dans le DNS d’Internet.",
        en: "Without a private zone, the internal address of the API is published in the DNS of the Internet.",
    },
    remediation: {
        fr: "Laisser apiServerAccessProfile.privateDNSZone à « system », ou y mettre l’id d’une zone privée.",
        en: 'Leave apiServerAccessProfile.privateDNSZone at "system", or give the id of a private zone.',
    },
    severity: "low",
    url: "https://learn.microsoft.com/azure/aks/private-clusters#configure-a-private-dns-zone",
    appliesTo: ["azure-native:containerservice:ManagedCluster"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    apiServerAccessProfile: { enablePrivateCluster: true, privateDNSZone: "system" },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    apiServerAccessProfile: { enablePrivateCluster: true, privateDNSZone: "none" },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
    },
    check(cluster) {
        // Not set means "system"; an id that is not known yet is not "none".
        if (cluster.read("apiServerAccessProfile.privateDNSZone").state !== "unset") {
            cluster.expectReference("apiServerAccessProfile.privateDNSZone", privateZone);
        }
    },
});
