import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { blockSize } from "../../azure/address-range";
import { such } from "../../expectation";
import { defineRule } from "../../rule";

export const aksApiRangesNarrow = defineRule({
    id: "aks-api-ranges-narrow",
    title: {
        fr: "Les plages admises à l’API d’AKS sont étroites",
        en: "The ranges let in to the AKS API are narrow",
    },
    why: {
        fr: "Une plage large, ou 0.0.0.0/0, ouvre l’API du cluster à des réseaux que personne ne tient.",
        en: "A wide range, or 0.0.0.0/0, opens the cluster's API to networks that nobody controls.",
    },
    remediation: {
        fr: "N’inscrire dans authorizedIPRanges que les adresses de sortie des administrateurs.",
        en: "List in authorizedIPRanges only the addresses from which administrators come.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges",
    appliesTo: ["azure-native:containerservice:ManagedCluster"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    apiServerAccessProfile: { authorizedIPRanges: ["203.0.113.16/29"] },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    apiServerAccessProfile: { authorizedIPRanges: ["0.0.0.0/0"] },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
    },
    config: {
        maxAddresses: {
            type: "integer",
            minimum: 1,
            description: "Nombre d’adresses au-delà duquel une plage admise est trop large.",
            default: 256,
        },
    },
    check(cluster, _resource, { maxAddresses }) {
        const narrow = such(
            `une plage d’au plus ${String(maxAddresses)} adresses`,
            (value) => typeof value === "string" && (blockSize(value) ?? Infinity) <= maxAddresses,
        );
        // A private cluster has no use for ranges; one without either is what aks-api-private is about.
        if (cluster.read("apiServerAccessProfile.authorizedIPRanges").state === "unset") {
            cluster.dismiss();
            return;
        }
        cluster.each("apiServerAccessProfile.authorizedIPRanges", (range) => {
            range.expect("", narrow);
        });
    },
});
