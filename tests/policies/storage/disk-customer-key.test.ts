import { diskCustomerKey } from "../../../policies/rules/storage/disk-customer-key";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const CLUSTER = "azure-native:containerservice:ManagedCluster";
const KEY = "https://kv.vault.azure.net/keys/disks";

describeRule(diskCustomerKey, {
    type: "azure-native:compute:DiskEncryptionSet",
    accepts: {
        "a key that is followed": compliant({
            activeKey: { keyUrl: KEY },
            rotationToLatestKeyVersionEnabled: true,
        }),
        "a key that is not created yet": compliant({
            activeKey: { keyUrl: UNKNOWN },
            rotationToLatestKeyVersionEnabled: true,
        }),
        "a cluster with a set": { ...compliant({ diskEncryptionSetID: UNKNOWN }), type: CLUSTER },
    },
    rejects: {
        "a key that is never renewed": violation(
            { activeKey: { keyUrl: KEY }, rotationToLatestKeyVersionEnabled: false },
            "rotationToLatestKeyVersionEnabled : attendu true, obtenu false",
        ),
        "a cluster whose set is an empty text": {
            ...violation(
                { diskEncryptionSetID: "" },
                "diskEncryptionSetID : attendu un jeu de chiffrement de disque, obtenu «  »",
            ),
            type: CLUSTER,
        },
    },
    unset: {
        "the key": violation(
            { rotationToLatestKeyVersionEnabled: true },
            "activeKey.keyUrl : attendu une clé du coffre, non défini",
        ),
        "the set of a cluster": {
            ...violation({}, "diskEncryptionSetID : attendu un jeu de chiffrement de disque, non défini"),
            type: CLUSTER,
        },
    },
    unknown: {
        "the key as a whole": undecided(
            { activeKey: UNKNOWN, rotationToLatestKeyVersionEnabled: true },
            "activeKey",
        ),
    },
    otherType: "azure-native:containerservice:AgentPool",
});
