import { messagingKeyRights } from "../../../policies/rules/messaging/messaging-key-rights";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const TYPES = [
    "eventhub:EventHubAuthorizationRule",
    "eventhub:NamespaceAuthorizationRule",
    "servicebus:NamespaceAuthorizationRule",
    "servicebus:QueueAuthorizationRule",
    "servicebus:TopicAuthorizationRule",
].map((type) => `azure-native:${type}`);

describeRule(messagingKeyRights, {
    type: "azure-native:servicebus:NamespaceAuthorizationRule",
    accepts: { "reading and writing": compliant({ rights: ["Listen", "Send"] }) },
    rejects: Object.fromEntries(
        TYPES.map((type) => [
            `everything on ${type}`,
            {
                ...violation(
                    { rights: ["Listen", "manage"] },
                    "rights[1] : attendu « Listen » ou « Send », obtenu « Manage »",
                ),
                type,
            },
        ]),
    ),
    unset: { "the rights": compliant({}) },
    unknown: { "a right": undecided({ rights: [UNKNOWN] }, "rights[0]") },
    otherType: "azure-native:servicebus:Queue",
});
