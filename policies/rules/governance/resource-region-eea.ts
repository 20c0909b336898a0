import type { VirtualNetworkArgs } from "@pulumi/azure-native/network/virtualNetwork";

import { oneOf, such } from "../../expectation";
import { EEA_REGIONS, isEeaRegion, regionName } from "../../regions";
import { defineRule } from "../../rule";

/** Types that exist in no region at all; they hold names and thresholds, never health data. */
const GLOBAL_TYPES: readonly string[] = [
    "azure-native:monitor:ActivityLogAlert",
    "azure-native:monitor:MetricAlert",
    "azure-native:monitor:PrivateLinkScope",
    "azure-native:privatedns:PrivateZone",
    "azure-native:privatedns:VirtualNetworkLink",
];

export const resourceRegionEea = defineRule({
    id: "resource-region-eea",
    title: {
        fr: "Toute ressource Azure est située dans l’Espace économique européen",
        en: "Every Azure resource is located in the European Economic Area",
    },
    why: {
        fr: "Des données de santé stockées hors de l’EEE sortent du cadre HDS et constituent un transfert au sens du RGPD.",
        en: "Health data stored outside the EEA leaves the scope of HDS and is a transfer under the GDPR.",
    },
    remediation: {
        fr: "Choisir une région de l’EEE, par exemple « francecentral ».",
        en: 'Choose a region of the EEA, such as "francecentral".',
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/reliability/regions-list",
    generic: true,
    appliesTo: (type) => type.startsWith("azure-native:"),
    examples: {
        compliant: [
            {
                type: "azure-native:network:VirtualNetwork",
                properties: { location: "francecentral" } satisfies Partial<VirtualNetworkArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:VirtualNetwork",
                properties: { location: "uksouth" } satisfies Partial<VirtualNetworkArgs>,
            },
        ],
    },
    config: {
        regions: {
            type: "array",
            items: { type: "string", enum: [...EEA_REGIONS] },
            description: "Régions admises ; elles restent dans l’Espace économique européen.",
            default: EEA_REGIONS,
        },
    },
    check(properties, { type }, { regions }) {
        const region = such(
            regions.length === EEA_REGIONS.length ? "une région de l’EEE" : oneOf(regions).text,
            (value) => typeof value === "string" && (isAdmitted(value, regions) || isNowhere(value, type)),
        );
        if (properties.read("location").state === "unset") {
            properties.dismiss();
        } else {
            properties.expect("location", region);
        }
        // Where a service copies its data to, besides.
        if (properties.read("replication.location").state !== "unset") {
            properties.expect("replication.location", region);
        }
        properties.each("locations", (copy) => {
            copy.expect("locationName", region);
        });
    },
});

/** No choice of regions goes beyond the EEA. */
function isAdmitted(location: string, regions: readonly string[]): boolean {
    return isEeaRegion(location) && regions.map(regionName).includes(regionName(location));
}

function isNowhere(location: string, type: string): boolean {
    return location.toLowerCase() === "global" && GLOBAL_TYPES.includes(type);
}
