import { messagingNotPublic } from "../../../policies/rules/messaging/messaging-not-public";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const EXPECTED = "publicNetworkAccess : attendu « Disabled »";
const HUB = "azure-native:iothub:IotHubResource";
const TYPES = [
    "eventgrid:Domain",
    "eventgrid:Namespace",
    "eventgrid:PartnerNamespace",
    "eventgrid:Topic",
    "eventhub:Namespace",
    "eventhub:NamespaceNetworkRuleSet",
    "servicebus:Namespace",
    "servicebus:NamespaceNetworkRuleSet",
].map((type) => `azure-native:${type}`);

describeRule(messagingNotPublic, {
    type: "azure-native:servicebus:Namespace",
    accepts: {
        ...Object.fromEntries(
            TYPES.map((type) => [
                `a closed ${type}`,
                { ...compliant({ publicNetworkAccess: "disabled" }), type },
            ]),
        ),
        "a closed hub": { ...compliant({ properties: { publicNetworkAccess: "Disabled" } }), type: HUB },
    },
    rejects: {
        ...Object.fromEntries(
            TYPES.map((type) => [
                `an open ${type}`,
                {
                    ...violation({ publicNetworkAccess: "Enabled" }, `${EXPECTED}, obtenu « Enabled »`),
                    type,
                },
            ]),
        ),
        "an open hub": {
            ...violation(
                { properties: { publicNetworkAccess: "Enabled" } },
                `properties.${EXPECTED}, obtenu « Enabled »`,
            ),
            type: HUB,
        },
    },
    unset: {
        "the access": violation({}, `${EXPECTED}, non défini`),
        "the access of a hub": { ...violation({}, `properties.${EXPECTED}, non défini`), type: HUB },
    },
    unknown: { "the access": undecided({ publicNetworkAccess: UNKNOWN }, "publicNetworkAccess") },
    otherType: "azure-native:servicebus:Queue",
});
