/** A resource of an exported state. */
export interface StateResource {
    readonly urn: string;
    readonly type: string;
    readonly id?: string;
    readonly inputs?: { readonly scope?: string };
}

type Which = (resource: StateResource) => boolean;

/** All of the first are deleted before any of the others. */
interface Precedence {
    readonly title: string;
    readonly first: Which;
    readonly then: Which;
}

const nameOf = ({ urn }: StateResource) => urn.split("::").at(-1) ?? "";

/** As the engine's output names it. */
const labelOf = (resource: StateResource) => `${resource.type} ${nameOf(resource)}`;

const isAzure = ({ type }: StateResource) => type.startsWith("azure-native:");

const any =
    (...types: readonly string[]): Which =>
    ({ type }) =>
        types.some((token) => type === `azure-native:${token}`);

const named =
    (...labels: readonly string[]): Which =>
    (resource) =>
        labels.some((label) => labelOf(resource) === label || labelOf(resource) === `azure-native:${label}`);

const role = (name: RegExp): Which => {
    const isRole = any("authorization:RoleAssignment");
    return (resource) => isRole(resource) && name.test(nameOf(resource));
};

const isGovernance = ({ urn }: StateResource) => urn.includes("audioprothese:governance:Governance$");

const isGroup = any("resources:ResourceGroup");
const isKey = any("keyvault:Key");

/** What Azure asks for, or what would otherwise be left without its key, its rights, its log or its rules for a while. */
export const PRECEDENCES: readonly Precedence[] = [
    {
        title: "what the keys encrypt, then the keys",
        first: any(
            "compute:DiskEncryptionSet",
            "containerregistry:Registry",
            "containerservice:ManagedCluster",
            "storage:StorageAccount",
        ),
        then: isKey,
    },
    {
        title: "the keys and the secrets, then the vault",
        first: any("keyvault:Key", "keyvault:Secret"),
        then: any("keyvault:Vault"),
    },
    {
        title: "the cluster, then the disk encryption sets",
        first: any("containerservice:ManagedCluster"),
        then: any("compute:DiskEncryptionSet"),
    },
    {
        title: "the cluster, then its identities' roles",
        first: any("containerservice:ManagedCluster"),
        then: role(/^cluster-identities-/),
    },
    {
        title: "the registry, then its role on the key",
        first: any("containerregistry:Registry"),
        then: role(/^registry-encryption-role$/),
    },
    {
        title: "the storage accounts, then their role on the key",
        first: any("storage:StorageAccount"),
        then: role(/^archive-key-role$/),
    },
    {
        title: "the account of logs and traces, then its role on the key",
        first: named("storage:StorageAccount observability-storage"),
        then: role(/^observability-storage-key-role$/),
    },
    {
        title: "the disk encryption sets, then their roles on the keys",
        first: any("compute:DiskEncryptionSet"),
        then: role(/-disks-identity-role$/),
    },
    {
        title: "the flow logs, then the role that writes them",
        first: any("network:FlowLog"),
        then: role(/^archive-flows-role$/),
    },
    ...["loki", "tempo"].map((writer) => ({
        title: `${writer}, then its role on its container`,
        first: named(`kubernetes:apps/v1:StatefulSet ${writer}`),
        then: role(new RegExp(`^observability-storage-${writer}$`)),
    })),
    {
        title: "the log collector, then its role on the archive",
        first: named("kubernetes:apps/v1:StatefulSet log-collector"),
        then: role(/^log-collector$/),
    },
    {
        title: "the application gateway, then its role on the certificate",
        first: any("network:ApplicationGateway"),
        then: role(/^edge-role$/),
    },
    ...[
        ["Deployment", "openmrs-gateway"],
        ["StatefulSet", "openmrs-backend"],
        ["StatefulSet", "mariadb"],
        ["StatefulSet", "alertmanager"],
        ["Deployment", "grafana"],
    ].map(([kind = "", name = ""]) => ({
        title: `${name}, then its roles on the vault's secrets`,
        first: named(`kubernetes:apps/v1:${kind} ${name}`),
        then: role(new RegExp(`^${name}-vault-`)),
    })),
    {
        title: "the policies that tag, then the role that they tag with",
        first: (resource) =>
            any("authorization:PolicyAssignment")(resource) && nameOf(resource).startsWith("governance-tag-"),
        then: role(/^governance-policy-role$/),
    },
    {
        title: "what is logged, then the workspace",
        first: any("monitor:DiagnosticSetting", "operationalinsights:DataExport", "network:FlowLog"),
        then: any("operationalinsights:Workspace"),
    },
    {
        title: "everything else in Azure, then the policies",
        first: (resource) => isAzure(resource) && !isGovernance(resource),
        then: any("authorization:PolicyAssignment"),
    },
    {
        title: "the rest of the resource group, then the group",
        first: (resource) =>
            isAzure(resource) && !isGroup(resource) && /\/resourceGroups\//i.test(resource.id ?? ""),
        then: isGroup,
    },
];

/** For each lock, what is under it: Azure refuses to delete any of it while the lock is there. */
export function lockPrecedences(resources: readonly StateResource[]): readonly Precedence[] {
    return resources.filter(any("authorization:ManagementLockByScope")).map((lock) => {
        const scope = lock.inputs?.scope?.toLowerCase() ?? "";
        return {
            title: `${nameOf(lock)}, then what is under it`,
            first: (resource) => resource === lock,
            then: ({ id = "", urn }) => urn !== lock.urn && `${id.toLowerCase()}/`.startsWith(`${scope}/`),
        };
    });
}

/** What the steps of a destroy deleted too early. Each rule must be about something, or it would prove nothing. */
export function disorder(
    { title, first, then }: Precedence,
    resources: readonly StateResource[],
    steps: readonly string[],
): readonly string[] {
    const [earlier, later] = [first, then].map((which) => resources.filter(which).map(labelOf)) as [
        string[],
        string[],
    ];
    if (earlier.length === 0 || later.length === 0) {
        return [`${title}: expected resources on both sides`];
    }
    const places = new Map(steps.map((step, place) => [step, place]));
    return later.flatMap((label) => {
        const begun = places.get(`deleting ${label}`) ?? -1;
        return earlier
            .filter((other) => (places.get(`deleted ${other}`) ?? Infinity) > begun)
            .map((other) => `${label} before ${other}`);
    });
}
