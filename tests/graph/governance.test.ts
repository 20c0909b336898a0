import { azureName } from "../../architecture/drawing";
import { type Graph, type Resource, textsIn, valueAt } from "../../architecture/graph";
import type { StackName } from "../../architecture/stack-config";
import { readSchema } from "../../sandbox/providers/azure-native/schema";
import { changed, finds, holds, label, named, withAdded, withInputs, without } from "./recorded";

const CLUSTER = "azure-native:containerservice:ManagedCluster";
const POLICY = "azure-native:authorization:PolicyAssignment";
const VAULT = "azure-native:keyvault:Vault";
const LOCK = "azure-native:authorization:ManagementLockByScope";
const PASSWORD = "random:index/randomPassword:RandomPassword";

const ROLE = "azure-native:authorization:RoleAssignment";
const VAULT_ID =
    "/subscriptions/a94c2d17-6e3b-4f80-b5d2-17c8e0f6a3b9/resourceGroups/rg-aplus-core-prod-frc" +
    "/providers/Microsoft.KeyVault/vaults/kv-aplus-core-prod-frc";

const isAzure = ({ type }: { readonly type: string }) => type.startsWith("azure-native:");

const mandatoryTags = (stack: StackName) => ({
    environment: stack,
    owner: "plateforme@audioprothese-plus.example",
    costCenter: `SI-${stack.toUpperCase()}`,
    hdsActivity: "5",
    dataClassification: "dscp",
    managedBy: "pulumi",
});

/** Resources that Azure lets have tags and that lack one. */
const untagged = (graph: Graph, stack: StackName) =>
    graph.resources
        .filter((resource) => isAzure(resource) && isTaggable(resource.type))
        .filter(({ inputs }) =>
            Object.entries(mandatoryTags(stack)).some(
                ([tag, value]) => (inputs.tags as Record<string, string> | undefined)?.[tag] !== value,
            ),
        )
        .map(label);

function isTaggable(type: string): boolean {
    return readSchema(type).inputs.has("tags");
}

/** What does not lie in the region of the stack; "global" are services without a place. */
const ELSEWHERE: Readonly<Record<string, string>> = {
    "azure-native:containerregistry:Replication": "francesouth",
    // Azure has action groups in few regions. This one holds the e-mail addresses of the team, no patient's data.
    "azure-native:monitor:ActionGroup": "germanywestcentral",
};

/** What Azure wants in the paired region: the key of the copy of the database's backups, and who may use it. */
const BACKUP = /^[a-z]+-aplus-(backup|bak)-prod-frc$/;

const misplaced = (graph: Graph) =>
    graph.resources
        .filter(({ inputs }) => inputs.location !== undefined)
        .filter(
            (resource) =>
                ![
                    "francecentral",
                    "global",
                    ELSEWHERE[resource.type],
                    BACKUP.test(azureName(resource)) ? "francesouth" : undefined,
                ].includes(String(resource.inputs.location)),
        )
        .map((resource) => `${label(resource)}: ${String(resource.inputs.location)}`);

/** Policies that would not judge the first pods. */
const latePolicies = (graph: Graph) => {
    const late = graph
        .of(POLICY)
        .filter((policy) => graph.of(CLUSTER).some((cluster) => !graph.follows(cluster, policy)))
        .map(label);
    return graph.of(POLICY).length === 0 ? ["no policy at all"] : late;
};

/** What holds data or keys: Pulumi refuses to delete it in prod. */
const HOLDERS = [
    VAULT,
    "azure-native:keyvault:Key",
    "azure-native:storage:StorageAccount",
    "azure-native:containerregistry:Registry",
    "azure-native:operationalinsights:Workspace",
    CLUSTER,
    "azure-native:compute:DiskEncryptionSet",
    "azure-native:resources:ResourceGroup",
    LOCK,
    "kubernetes:apps/v1:StatefulSet",
    "azure-native:dbformysql:Server",
    "azure-native:dbformysql:Database",
];

/** What the keys of data are derived from. Passwords are replaced at each rotation. */
const DATA_KEY = /-encryption-(key|vector)$/;

const isHolder = ({ type, name }: Resource) =>
    HOLDERS.includes(type) || (type === PASSWORD && DATA_KEY.test(name));

const unprotected = (graph: Graph, stack: StackName) =>
    graph.resources
        .filter((resource) => (stack === "prod" ? isHolder(resource) && !resource.protect : resource.protect))
        .map(label);

/** Azure refuses to delete these too. */
const LOCKED = [
    CLUSTER,
    VAULT,
    "azure-native:storage:StorageAccount",
    "azure-native:containerregistry:Registry",
    "azure-native:operationalinsights:Workspace",
    "azure-native:dbformysql:Server",
];

const unlocked = (graph: Graph) =>
    graph.resources
        .filter(({ type }) => LOCKED.includes(type))
        .filter(
            ({ id }) =>
                !graph.of(LOCK).some(({ inputs }) => inputs.scope === id && inputs.level === "CanNotDelete"),
        )
        .map(label);

/**
 * What lies under a locked resource and could be deleted before the lock, which Azure would refuse. What the engine makes
 * first it deletes last.
 */
const earlyLocks = (graph: Graph) =>
    graph.of(LOCK).flatMap((lock) => {
        const locked = graph.withId(lock.inputs.scope);
        return graph.resources
            .filter((resource) => locked !== undefined && resource !== lock && isUnder(resource, locked))
            .filter((resource) => !graph.follows(lock, resource))
            .map((resource) => `${label(lock)} before ${label(resource)}`);
    });

/** Parts of a resource bear its id in theirs, and so do the rights and settings that are made on it or on its parts. */
const isUnder = ({ id }: Resource, { id: outer }: Resource) =>
    id.toLowerCase().startsWith(`${outer.toLowerCase()}/`);

interface Grouped {
    readonly securityContext?: { readonly runAsGroup?: number };
}

interface Container extends Grouped {
    readonly image: string;
}

interface PodSpec extends Grouped {
    readonly initContainers?: readonly Container[];
    readonly containers: readonly Container[];
}

/** Images that run in group 0 and that the policy of groups would refuse: it excepts images, by what they begin with. */
const refusedGroups = (graph: Graph) => {
    const excepted = graph
        .of(POLICY)
        .flatMap(({ inputs }) => [...textsIn(valueAt(inputs, "parameters", "excludedImages", "value"))])
        .map((pattern) => pattern.replace(/\*$/, ""));
    return graph.resources
        .map(({ inputs }) => valueAt(inputs, "spec", "template", "spec") as PodSpec | undefined)
        .flatMap((pod) =>
            [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])].filter(
                // A container's own group goes before the pod's.
                ({ securityContext }) =>
                    (securityContext?.runAsGroup ?? pod?.securityContext?.runAsGroup) === 0,
            ),
        )
        .map(({ image }) => image)
        .filter((image) => !excepted.some((start) => image.startsWith(start)));
};

describe("the graph: governance", () => {
    holds("every resource that takes tags has the mandatory ones", untagged);
    holds("everything lies in France Central, but for what the table names", misplaced);
    holds("policies come before the cluster", latePolicies);
    holds("Pulumi protects what holds data or keys in prod, nothing in dev", unprotected);
    holds("Azure locks every data store, and the cluster with its disks", unlocked);

    holds("policies except the images that run in group 0", refusedGroups);
    holds("locks come after all that they hold, and so go before any of it", earlyLocks);

    finds("a vault without tags", untagged, withInputs(named(VAULT, "vault"), { tags: {} }), "Vault vault");
    finds(
        "a vault in another country",
        misplaced,
        withInputs(named(VAULT, "vault"), { location: "westeurope" }),
        "Vault vault: westeurope",
    );
    finds(
        "a policy that comes too late",
        latePolicies,
        withAdded({ type: POLICY, urn: "late" }),
        "PolicyAssignment added",
    );
    finds("a stack without policies", latePolicies, without(named(POLICY)), "no policy at all");
    finds(
        "a pod in group 0 that the policies would refuse",
        refusedGroups,
        withAdded({
            inputs: {
                spec: {
                    template: {
                        spec: {
                            securityContext: { runAsGroup: 0 },
                            containers: [{ image: "cr/tool:1@sha256:0" }],
                        },
                    },
                },
            },
        }),
        "cr/tool:1@sha256:0",
    );
    finds(
        "an unprotected vault",
        unprotected,
        changed(named(VAULT, "vault"), () => ({ protect: false })),
        "Vault vault",
    );
    finds(
        "an unprotected key of data",
        unprotected,
        changed(named(PASSWORD, "openmrs-encryption-key"), () => ({ protect: false })),
        "RandomPassword openmrs-encryption-key",
    );
    finds("a vault that Azure would delete", unlocked, without(named(LOCK, "locks-vault")), "Vault vault");
    finds(
        "a lock that Azure would still hold against the deletion of a key's role",
        earlyLocks,
        withAdded({
            type: ROLE,
            id: VAULT_ID + "/keys/disks/providers/Microsoft.Authorization/roleAssignments/x",
        }),
        "ManagementLockByScope locks-vault before RoleAssignment added",
    );
});
