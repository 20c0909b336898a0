import { azureName } from "../../architecture/drawing";
import { type Graph, type Resource, textsIn, valueAt } from "../../architecture/graph";
import type { StackName } from "../../architecture/stack-config";
import { changed, finds, holds, named, withAdded, withInputs } from "./recorded";

const KEY = "azure-native:keyvault:Key";
const DISKS = "azure-native:compute:DiskEncryptionSet";
const STORAGE = "azure-native:storage:StorageAccount";

/** What each key encrypts, by vault and name, and nothing else. */
const encrypted = (stack: StackName): Readonly<Record<string, readonly string[]>> => ({
    [`kv-aplus-core-${stack}-frc/database`]: [
        `des-aplus-database-${stack}-frc`,
        ...(stack === "prod" ? ["mysql-aplus-core-prod-frc"] : []),
    ],
    [`kv-aplus-core-${stack}-frc/disks`]: [`des-aplus-disks-${stack}-frc`],
    [`kv-aplus-core-${stack}-frc/etcd`]: [`aks-aplus-core-${stack}-frc`],
    [`kv-aplus-core-${stack}-frc/registry`]: [`crapluscore${stack}frc`],
    [`kv-aplus-core-${stack}-frc/storage`]: [
        `staplusaudit${stack}frc`,
        `staplusflows${stack}frc`,
        `staplustelem${stack}frc`,
    ],
    // Of the copy of the backups, in the paired region.
    ...(stack === "prod" && { "kv-aplus-bak-prod-frc/database": ["mysql-aplus-core-prod-frc"] }),
});

/** The keys that a resource is encrypted with, as `<vault>/<key>`. */
function keysOf({ type, inputs }: Resource): readonly string[] {
    if (type === STORAGE) {
        const { keyVaultUri, keyName } = (valueAt(inputs, "encryption", "keyVaultProperties") ??
            {}) as Record<string, unknown>;
        return [`${String(keyVaultUri)}keys/${String(keyName)}`];
    }
    return [...textsIn(inputs)].filter((text) => /^https:\/\/[^/]+\/keys\//.test(text));
}

/** Differences between the table and what the keys of the vaults encrypt. */
function misused(graph: Graph, stack: StackName): readonly string[] {
    const keys = graph.of(KEY).map(({ inputs }) => `${String(inputs.vaultName)}/${String(inputs.keyName)}`);
    const table = encrypted(stack);
    return [...new Set([...keys, ...Object.keys(table)])].flatMap((key) => {
        const uri = `https://${key.replace("/", ".vault.azure.net/keys/")}`;
        const users = graph.resources
            .filter((resource) => keysOf(resource).some((used) => used === uri || used.startsWith(`${uri}/`)))
            .map(azureName)
            .sort();
        const expected = table[key] ?? ["nothing"];
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
        "azure-native:dbformysql:Server",
    ]
        .flatMap((type) => graph.of(type))
        .filter((resource) => !keysOf(resource).some((key) => key.includes(".vault.azure.net/")))
        .map(azureName);

const VAULT = "kv-aplus-core-prod-frc";

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
        `${VAULT}/disks: expected to encrypt des-aplus-disks-prod-frc, got `,
        `${VAULT}/etcd: expected to encrypt aks-aplus-core-prod-frc, got aks-aplus-core-prod-frc,des-aplus-disks-prod-frc`,
    );
    finds(
        "a key that encrypts nothing",
        misused,
        withAdded({ type: KEY, inputs: { vaultName: VAULT, keyName: "spare" } }),
        `${VAULT}/spare: expected to encrypt nothing, got `,
    );
    finds(
        "an account under a key of Azure's",
        unencrypted,
        withInputs(named(STORAGE, "archive"), { encryption: { keySource: "Microsoft.Storage" } }),
        "staplusauditprodfrc",
    );
});
