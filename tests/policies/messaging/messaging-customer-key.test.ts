import { messagingCustomerKey } from "../../../policies/rules/messaging/messaging-customer-key";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const KEY = { keyName: "messages", keyVaultUri: "https://kv-aplus.vault.azure.net" };
const encryption = (keySource: unknown, ...keyVaultProperties: readonly object[]) => ({
    encryption: { keySource, keyVaultProperties },
});
const SOURCE = "encryption.keySource : attendu « Microsoft.KeyVault »";
const KEYS = "encryption.keyVaultProperties";

describeRule(messagingCustomerKey, {
    type: "azure-native:servicebus:Namespace",
    accepts: {
        "a key": compliant(encryption("Microsoft.KeyVault", KEY)),
        "a key that comes later": compliant(
            encryption("Microsoft.KeyVault", { keyName: UNKNOWN, keyVaultUri: UNKNOWN }),
        ),
        "a key of event hubs": {
            ...compliant(encryption("Microsoft.KeyVault", KEY)),
            type: "azure-native:eventhub:Namespace",
        },
    },
    rejects: {
        "another source": violation(
            encryption("Microsoft.Platform", KEY),
            `${SOURCE}, obtenu « Microsoft.Platform »`,
        ),
        "no key": violation(
            encryption("Microsoft.KeyVault"),
            `${KEYS} : attendu une liste non vide, obtenu une liste`,
        ),
        "a second key without a vault": violation(
            encryption("Microsoft.KeyVault", KEY, { keyName: "messages" }),
            `${KEYS}[1].keyVaultUri : attendu l’adresse d’un coffre, non défini`,
        ),
        "a key without a name": violation(
            encryption("Microsoft.KeyVault", { ...KEY, keyName: "" }),
            `${KEYS}[0].keyName : attendu le nom d’une clé, obtenu «  »`,
        ),
    },
    unset: {
        "encryption, which is then the platform's,": violation(
            {},
            `${SOURCE}, non défini`,
            `${KEYS} : attendu une liste non vide, non défini`,
        ),
    },
    unknown: { "the source": undecided(encryption(UNKNOWN, KEY), "encryption.keySource") },
    otherType: "azure-native:servicebus:Queue",
});
