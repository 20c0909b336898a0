import { alertReceiversAuthenticated } from "../../../policies/rules/monitor/alert-receivers-authenticated";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const webhook = (serviceUri: unknown, useAadAuth: unknown = true) => ({
    webhookReceivers: [{ name: "on-call", serviceUri, useAadAuth }],
});
const HTTPS = "attendu une adresse en https";

describeRule(alertReceiversAuthenticated, {
    type: "azure-native:monitor:ActionGroup",
    accepts: {
        "a webhook with an identity": compliant(webhook("HTTPS://on-call.example/alerts")),
        "a function and a workflow over HTTPS": compliant({
            azureFunctionReceivers: [{ httpTriggerUrl: "https://func.example/api" }],
            logicAppReceivers: [{ callbackUrl: "https://logic.example/run" }],
        }),
    },
    rejects: {
        "a webhook in clear": violation(
            webhook("http://on-call.example/https://alerts"),
            `webhookReceivers[0].serviceUri : ${HTTPS}`,
        ),
        "an address without host": violation(
            webhook("https:///alerts"),
            `webhookReceivers[0].serviceUri : ${HTTPS}`,
        ),
        "a number": violation(webhook(1), `webhookReceivers[0].serviceUri : ${HTTPS}`),
        "a webhook without identity": violation(
            webhook("https://on-call.example/alerts", false),
            "webhookReceivers[0].useAadAuth : attendu true, obtenu false",
        ),
        "a function in clear": violation(
            { azureFunctionReceivers: [{ httpTriggerUrl: "http://func.example/api" }] },
            `azureFunctionReceivers[0].httpTriggerUrl : ${HTTPS}`,
        ),
        "a workflow in clear": violation(
            { logicAppReceivers: [{ callbackUrl: "http://logic.example/run" }] },
            `logicAppReceivers[0].callbackUrl : ${HTTPS}`,
        ),
    },
    unset: {
        "every receiver": compliant({}),
        "what a webhook is": violation(
            { webhookReceivers: [{}] },
            `webhookReceivers[0].serviceUri : ${HTTPS}`,
            "webhookReceivers[0].useAadAuth : attendu true, non défini",
        ),
    },
    unknown: { "an address": undecided(webhook(UNKNOWN), "webhookReceivers[0].serviceUri") },
    otherType: "azure-native:monitor:ActivityLogAlert",
});
