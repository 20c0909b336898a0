import type { admissionregistration } from "@pulumi/kubernetes/types/input";

import { httpsAddress, such } from "../../expectation";
import { defineRule } from "../../rule";

const failOrUnset = such("« Fail »", (policy) => policy === undefined || policy === "Fail");
const TYPE = "kubernetes:admissionregistration.k8s.io/v1:ValidatingWebhookConfiguration";
export const webhookFailsClosed = defineRule({
    id: "webhook-fails-closed",
    title: {
        fr: "Un webhook d’admission refuse quand il ne répond pas, et n’est joint qu’en TLS vérifié",
        en: "An admission webhook refuses when it does not answer, and is reached over verified TLS",
    },
    why: {
        fr: "Avec failurePolicy Ignore, arrêter le webhook suffit pour déployer ce qu’il refusait.",
        en: "With failurePolicy Ignore, stopping the webhook is enough to deploy what it refused.",
    },
    remediation: {
        fr: "Mettre failurePolicy à « Fail », et donner caBundle ou une url en https://.",
        en: "Set failurePolicy to Fail, and give caBundle or a url in https://.",
    },
    severity: "high",
    url: "https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#failure-policy",
    appliesTo: ["Mutating", "Validating"].map(
        (kind) => `kubernetes:admissionregistration.k8s.io:${kind}WebhookConfiguration`,
    ),
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: {
                    webhooks: [
                        {
                            name: "pods.example.org",
                            clientConfig: { service: { name: "webhook", namespace: "admission" } },
                            admissionReviewVersions: ["v1"],
                            sideEffects: "None",
                            failurePolicy: "Fail",
                        },
                    ],
                } satisfies admissionregistration.v1.ValidatingWebhookConfiguration,
            },
        ],
        violation: [
            {
                type: TYPE,
                properties: {
                    webhooks: [
                        {
                            name: "pods.example.org",
                            clientConfig: { service: { name: "webhook", namespace: "admission" } },
                            admissionReviewVersions: ["v1"],
                            sideEffects: "None",
                            failurePolicy: "Ignore",
                        },
                    ],
                } satisfies admissionregistration.v1.ValidatingWebhookConfiguration,
            },
        ],
    },

    check(configuration) {
        configuration.each("webhooks", (webhook) => {
            // Not set means Fail in version 1.
            webhook.expect("failurePolicy", failOrUnset);
            webhook.given("clientConfig.url", (url) => {
                if (url !== undefined) {
                    webhook.expect("clientConfig.url", httpsAddress);
                }
            });
        });
    },
});
