import type { FederatedIdentityCredentialArgs } from "@pulumi/azure-native/managedidentity/federatedIdentityCredential";

import { exactly, nonEmpty, such } from "../../expectation";
import { defineRule } from "../../rule";

const exactAccount = such(
    "un compte nommé, sans joker, autre que « default »",
    (value) =>
        nonEmpty.accepts(value) && !/[*?]|^system:serviceaccount:[^:]*:(default)?$/.test(String(value)),
);

const issuer = such(
    "un émetteur https:// sans joker",
    (value) => typeof value === "string" && /^https:\/\/[^/*][^*]*$/.test(value),
);

export const federatedCredentialExact = defineRule({
    id: "federated-credential-exact",
    title: {
        fr: "Une identité fédérée n’est prêtée qu’à un compte précis",
        en: "A federated identity is lent to one account only",
    },
    why: {
        fr: "Un sujet à joker, le compte par défaut ou une autre audience donnent l’identité à des charges que nul n’a choisies.",
        en: "A subject with a wildcard, the default account or another audience give the identity to workloads nobody chose.",
    },
    remediation: {
        fr: "Nommer le compte de service exact dans subject, l’audience api://AzureADTokenExchange et un émetteur https.",
        en: "Name the exact service account in subject, the audience api://AzureADTokenExchange and an https issuer.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations",
    appliesTo: ["azure-native:managedidentity:FederatedIdentityCredential"],
    examples: {
        compliant: [
            {
                type: "azure-native:managedidentity:FederatedIdentityCredential",
                properties: {
                    audiences: ["api://AzureADTokenExchange"],
                    issuer: "https://francecentral.oic.prod-aks.azure.com/0/1/",
                    subject: "system:serviceaccount:openmrs:openmrs-gateway",
                } satisfies Partial<FederatedIdentityCredentialArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:managedidentity:FederatedIdentityCredential",
                properties: {
                    audiences: ["api://AzureADTokenExchange"],
                    issuer: "https://francecentral.oic.prod-aks.azure.com/0/1/",
                    subject: "system:serviceaccount:openmrs:default",
                } satisfies Partial<FederatedIdentityCredentialArgs>,
            },
        ],
    },
    check(credential) {
        credential.expect("subject", exactAccount);
        // A cluster not created yet has no issuer.
        credential.expectReference("issuer", issuer);
        credential.each(
            "audiences",
            (audience) => {
                audience.expect("", exactly("api://AzureADTokenExchange"));
            },
            { required: true },
        );
    },
});
