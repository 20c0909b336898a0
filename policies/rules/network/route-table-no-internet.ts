import type { RouteTableArgs } from "@pulumi/azure-native/network/routeTable";

import { such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

const ROUTE = "azure-native:network:Route";

const notInternet = such(
    "un autre saut que « Internet »",
    (value) => typeof value === "string" && value.toLowerCase() !== "internet",
);

export const routeTableNoInternet = defineRule({
    id: "route-table-no-internet",
    title: {
        fr: "Aucune route ne mène droit à Internet",
        en: "No route leads straight to the Internet",
    },
    why: {
        fr: "Une route directe contourne le pare-feu, ses règles et son journal.",
        en: "A direct route bypasses the firewall, its rules and its log.",
    },
    remediation: {
        fr: "Faire passer la route par le pare-feu (nextHopType « VirtualAppliance »).",
        en: 'Lead the route through the firewall (nextHopType "VirtualAppliance").',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview",
    appliesTo: [ROUTE, "azure-native:network:RouteTable"],
    examples: {
        compliant: [
            {
                type: "azure-native:network:RouteTable",
                properties: {
                    routes: [
                        {
                            name: "default",
                            addressPrefix: "0.0.0.0/0",
                            nextHopType: "VirtualAppliance",
                            nextHopIpAddress: "10.0.2.4",
                        },
                    ],
                } satisfies Partial<RouteTableArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:RouteTable",
                properties: {
                    routes: [{ name: "default", addressPrefix: "0.0.0.0/0", nextHopType: "Internet" }],
                } satisfies Partial<RouteTableArgs>,
            },
        ],
    },
    check(properties, { type }) {
        if (type === ROUTE) {
            checkRoute(properties);
            return;
        }
        properties.each("routes", checkRoute);
    },
});

function checkRoute(route: Inspection): void {
    route.expect("nextHopType", notInternet);
}
