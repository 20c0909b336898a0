import { messagingEntraOnly } from "../../../policies/rules/messaging/messaging-entra-only";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const HUB = "azure-native:iothub:IotHubResource";
const EXPECTED = "disableLocalAuth : attendu true";
const TYPES = [
    "eventgrid:Domain",
    "eventgrid:PartnerNamespace",
    "eventgrid:Topic",
    "eventhub:Namespace",
    "servicebus:Namespace",
].map((type) => `azure-native:${type}`);

describeRule(messagingEntraOnly, {
    type: "azure-native:servicebus:Namespace",
    accepts: {
        ...Object.fromEntries(
            TYPES.map((type) => [`${type} without keys`, { ...compliant({ disableLocalAuth: true }), type }]),
        ),
        "a hub without keys": { ...compliant({ properties: { disableLocalAuth: true } }), type: HUB },
    },
    rejects: {
        ...Object.fromEntries(
            TYPES.map((type) => [
                `${type} with keys`,
                { ...violation({ disableLocalAuth: false }, `${EXPECTED}, obtenu false`), type },
            ]),
        ),
    },
    unset: {
        "the switch": violation({}, `${EXPECTED}, non défini`),
        "the switch of a hub": { ...violation({}, `properties.${EXPECTED}, non défini`), type: HUB },
    },
    unknown: { "the switch": undecided({ disableLocalAuth: UNKNOWN }, "disableLocalAuth") },
    otherType: "azure-native:servicebus:Queue",
});
