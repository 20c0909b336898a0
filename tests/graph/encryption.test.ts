import { azureName } from "../../architecture/drawing";
import { type Graph, type Resource, textsIn, valueAt } from "../../architecture/graph";
import type { StackName } from "../../architecture/stack-config";
import { changed, finds, holds, named, withAdded, withInputs } from "./recorded";

const KEY = "azure-native:keyvault:Key";
const DISKS = "azure-native:compute:DiskEncryptionSet";
const STORAGE = "azure-native:storage:StorageAccount";

/** What each key of the vault encrypts, and nothing else. */
const ENCRYPTED: Readonly<Record<string, (stack: StackName) => readonly string[]>> = {
    database: (stack) => [`des-aplus-database-${stack}-frc`],
    disks: (stack) => [`des-aplus-disks-${stack}-frc`],
    etcd: (stack) => [`aks-aplus-core-${stack}-frc`],
    registry: (stack) => [`crapluscore${stack}frc`],
    storage: (stack) => [`staplusaudit${stack}frc`, `staplusflows${stack}frc`],
};

/** The keys that a resource is encrypted with, as `<vault>/<key>`. */
function keysOf({ type, inputs }: Resource): readonly string[] {
    if (type === STORAGE) {
        const { keyVaultUri, keyName } = (valueAt(inputs, "encryption", "keyVaultProperties") ??
            {}) as Record<string, unknown>;
        return [`${String(keyVaultUri)}keys/${String(keyName)}`];
    }
    return [...textsIn(inputs)].filter((text) => /^https:\/\/[^/]+\/keys\//.test(text));
}

/** Differences between the table and what the keys of the vault encrypt. */
function misused(graph: Graph, stack: StackName): readonly string[] {
    const keys = graph.of(KEY).map(({ inputs }) => String(inputs.keyName));
    const [vault] = graph.of("azure-native:keyvault:Vault").map(azureName);
    return [...new Set([...keys, ...Object.keys(ENCRYPTED)])].flatMap((key) => {
        const uri = `https://${String(vault)}.vault.azure.net/keys/${key}`;
        const users = graph.resources
            .filter((resource) => keysOf(resource).some((used) => used === uri || used.startsWith(`${uri}/`)))
            .map(azureName)
            .sort();
        const expected = ENCRYPTED[key]?.(stack) ?? ["nothing"];
        return users.join() === expected.join() && keys.includes(key)
            ? []
            : [`${key}: expected to encrypt ${expected.join()}, got ${users.join()}`];
    });
}

/** What Azure would encrypt with keys of its own. */
const unencrypted = (graph: Graph) =>
    [
        DISKS,
        STORAGE,
        "azure-native:containerregistry:Registry",
        "azure-native:containerservice:ManagedCluster",
    ]
        .flatMap((type) => graph.of(type))
        .filter((resource) => !keysOf(resource).some((key) => key.includes(".vault.azure.net/")))
        .map(azureName);

describe("the graph: encryption", () => {
    holds("each key encrypts what it is for, and nothing else", misused);
    holds("disks, storage, images and etcd are encrypted with keys of the vault", unencrypted);

    finds(
        "disks under the key of another purpose",
        misused,
        changed(named(DISKS, "cluster-disks"), ({ inputs }) => ({
            inputs: JSON.parse(
                JSON.stringify(inputs).replaceAll("/keys/disks", "/keys/etcd"),
            ) as Resource["inputs"],
        })),
        "disks: expected to encrypt des-aplus-disks-prod-frc, got ",
        "etcd: expected to encrypt aks-aplus-core-prod-frc, got aks-aplus-core-prod-frc,des-aplus-disks-prod-frc",
    );
    finds(
        "a key that encrypts nothing",
        misused,
        withAdded({ type: KEY, inputs: { keyName: "spare" } }),
        "spare: expected to encrypt nothing, got ",
    );
    finds(
        "an account under a key of Azure's",
        unencrypted,
        withInputs(named(STORAGE, "archive"), { encryption: { keySource: "Microsoft.Storage" } }),
        "staplusauditprodfrc",
    );
});
