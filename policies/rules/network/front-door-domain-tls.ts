import type { AFDCustomDomainArgs } from "@pulumi/azure-native/cdn/afdcustomDomain";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const frontDoorDomainTls = defineRule({
    id: "front-door-domain-tls",
    title: {
        fr: "Les domaines de Front Door exigent TLS 1.2 au minimum",
        en: "The domains of Front Door require at least TLS 1.2",
    },
    why: {
        fr: "TLS 1.0 et 1.1 sont cassables : une session captée livre un dossier.",
        en: "TLS 1.0 and 1.1 can be broken: a captured session gives away a record.",
    },
    remediation: {
        fr: "Mettre tlsSettings.minimumTlsVersion à « TLS12 » ou « TLS13 ».",
        en: 'Set tlsSettings.minimumTlsVersion to "TLS12" or "TLS13".',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/frontdoor/end-to-end-tls",
    appliesTo: ["azure-native:cdn:AFDCustomDomain"],
    examples: {
        compliant: [
            {
                type: "azure-native:cdn:AFDCustomDomain",
                properties: {
                    tlsSettings: { certificateType: "ManagedCertificate", minimumTlsVersion: "TLS12" },
                } satisfies Partial<AFDCustomDomainArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:cdn:AFDCustomDomain",
                properties: {
                    tlsSettings: { certificateType: "ManagedCertificate", minimumTlsVersion: "TLS10" },
                } satisfies Partial<AFDCustomDomainArgs>,
            },
        ],
    },
    check(domain) {
        domain.expect("tlsSettings.minimumTlsVersion", anyCase("TLS12", "TLS13"));
        if (domain.read("tlsSettings.cipherSuiteSetType").state !== "unset") {
            domain.expect(
                "tlsSettings.cipherSuiteSetType",
                anyCase("TLS12_2022", "TLS12_2023", "Customized"),
            );
        }
    },
});
