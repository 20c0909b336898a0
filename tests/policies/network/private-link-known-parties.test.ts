import { privateLinkKnownParties } from "../../../policies/rules/network/private-link-known-parties";
import { compliant, describeRule, type Case, undecided, UNKNOWN, violation } from "../../support/evaluate";

const service = (sample: Case): Case => ({ ...sample, type: "azure-native:network:PrivateLinkService" });
describeRule(privateLinkKnownParties, {
    type: "azure-native:network:PrivateEndpoint",
    accepts: {
        "a link that approves itself": compliant({
            privateLinkServiceConnections: [{}],
            manualPrivateLinkServiceConnections: [],
        }),
        "a service for one subscription": service(
            compliant({ visibility: { subscriptions: ["a"] }, autoApproval: { subscriptions: ["a"] } }),
        ),
    },
    rejects: {
        "a link approved by hand": violation(
            { manualPrivateLinkServiceConnections: [{}] },
            "manualPrivateLinkServiceConnections[0] : attendu aucun lien approuvé à la main par un tiers",
        ),
        "a service for all": service(
            violation(
                { visibility: { subscriptions: ["a", "*"] } },
                "visibility.subscriptions[1] : attendu un abonnement nommé, obtenu « * »",
            ),
        ),
        "approval of all": service(
            violation(
                { autoApproval: { subscriptions: ["*"] } },
                "autoApproval.subscriptions[0] : attendu un abonnement nommé, obtenu « * »",
            ),
        ),
        "an empty name": service(
            violation(
                { visibility: { subscriptions: [""] } },
                "visibility.subscriptions[0] : attendu un abonnement nommé, obtenu «  »",
            ),
        ),
        "a number": service(
            violation(
                { visibility: { subscriptions: [1] } },
                "visibility.subscriptions[0] : attendu un abonnement nommé, obtenu 1",
            ),
        ),
    },
    unset: {
        links: compliant({}),
        "the subscriptions, which are then those with a role,": service(compliant({})),
    },
    unknown: {
        links: undecided(
            { manualPrivateLinkServiceConnections: UNKNOWN },
            "manualPrivateLinkServiceConnections",
        ),
        "a subscription": service(
            undecided({ visibility: { subscriptions: [UNKNOWN] } }, "visibility.subscriptions[0]"),
        ),
    },
    otherType: "azure-native:network:Subnet",
});
