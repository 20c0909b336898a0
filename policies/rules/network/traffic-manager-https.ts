import type { ProfileArgs } from "@pulumi/azure-native/trafficmanager/profile";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const trafficManagerHttps = defineRule({
    id: "traffic-manager-https",
    title: {
        fr: "Traffic Manager sonde les services en HTTPS",
        en: "Traffic Manager probes the services over HTTPS",
    },
    why: {
        fr: "Une sonde en HTTP oblige chaque service à garder un port en clair, ouvert à Internet.",
        en: "An HTTP probe makes each service keep a port in clear, open to the Internet.",
    },
    remediation: {
        fr: "Mettre monitorConfig.protocol à « HTTPS ».",
        en: 'Set monitorConfig.protocol to "HTTPS".',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/traffic-manager/traffic-manager-monitoring",
    appliesTo: ["azure-native:trafficmanager:Profile"],
    examples: {
        compliant: [
            {
                type: "azure-native:trafficmanager:Profile",
                properties: {
                    monitorConfig: { protocol: "HTTPS", port: 443, path: "/healthz" },
                } satisfies Partial<ProfileArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:trafficmanager:Profile",
                properties: { monitorConfig: { protocol: "HTTP", port: 80 } } satisfies Partial<ProfileArgs>,
            },
        ],
    },
    check(profile) {
        profile.expect("monitorConfig.protocol", anyCase("HTTPS"));
    },
});
