import { webhookFailsClosed } from "../../../policies/rules/cluster-storage/webhook-fails-closed";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const webhook = (settings: object) => ({ webhooks: [{ name: "pods.example.org", ...settings }] });

describeRule(webhookFailsClosed, {
    type: "kubernetes:admissionregistration.k8s.io/v1:ValidatingWebhookConfiguration",
    accepts: {
        "a webhook that refuses": compliant(webhook({ failurePolicy: "Fail" })),
        "a webhook outside the cluster": compliant(
            webhook({ clientConfig: { url: "https://hook.example/" } }),
        ),
    },
    rejects: {
        "a webhook that lets pass": {
            ...violation(
                webhook({ failurePolicy: "Ignore" }),
                "webhooks[0].failurePolicy : attendu « Fail », obtenu « Ignore »",
            ),
            type: "kubernetes:admissionregistration.k8s.io/v1:MutatingWebhookConfiguration",
        },
        "a webhook in clear": violation(
            webhook({ clientConfig: { url: "http://hook.example/" } }),
            "webhooks[0].clientConfig.url : attendu une adresse https://, obtenu « http://hook.example/ »",
        ),
        "an address that holds another": violation(
            webhook({ clientConfig: { url: "xhttps://hook.example/" } }),
            "webhooks[0].clientConfig.url : attendu une adresse https://, obtenu « xhttps://hook.example/ »",
        ),
    },
    unset: { "the policy, which is then Fail,": compliant(webhook({})), "the webhooks": compliant({}) },
    unknown: {
        "the policy": undecided(webhook({ failurePolicy: UNKNOWN }), "webhooks[0].failurePolicy"),
        "the address": undecided(webhook({ clientConfig: { url: UNKNOWN } }), "webhooks[0].clientConfig.url"),
    },
    otherType: "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition",
});
