/** Short codes of the EEA regions, as Azure's own backup and private link names abbreviate them. */
const REGION_CODES: Readonly<Record<string, string>> = {
    austriaeast: "ate",
    belgiumcentral: "bec",
    denmarkeast: "dke",
    francecentral: "frc",
    francesouth: "frs",
    germanynorth: "gn",
    germanywestcentral: "gwc",
    italynorth: "itn",
    northeurope: "ne",
    norwayeast: "nwe",
    norwaywest: "nww",
    polandcentral: "plc",
    spaincentral: "spc",
    swedencentral: "sdc",
    swedensouth: "sds",
    westeurope: "we",
};

/** What every name of a stack is made of. */
export interface NameScope {
    /** The organisation's part, such as aplus. */
    readonly prefix: string;
    /** Such as dev. */
    readonly environment: string;
    /** Azure region, such as francecentral. */
    readonly location: string;
}

interface Kind {
    readonly abbreviation: string;
    readonly maxLength: number;
    /** Azure forbids hyphens in the name. */
    readonly joined?: boolean;
}

/** Kinds of resources with the abbreviations of the Cloud Adoption Framework and the limits of Azure Resource Manager. */
const KINDS = {
    actionGroup: { abbreviation: "ag", maxLength: 260 },
    applicationGateway: { abbreviation: "agw", maxLength: 80 },
    bastion: { abbreviation: "bas", maxLength: 80 },
    budget: { abbreviation: "budget", maxLength: 63 },
    cluster: { abbreviation: "aks", maxLength: 63 },
    ddosPlan: { abbreviation: "ddos", maxLength: 80 },
    diskEncryptionSet: { abbreviation: "des", maxLength: 80 },
    firewall: { abbreviation: "afw", maxLength: 56 },
    firewallPolicy: { abbreviation: "afwp", maxLength: 80 },
    flowLog: { abbreviation: "fl", maxLength: 80 },
    identity: { abbreviation: "id", maxLength: 128 },
    natGateway: { abbreviation: "ng", maxLength: 80 },
    networkWatcher: { abbreviation: "nw", maxLength: 80 },
    privateEndpoint: { abbreviation: "pep", maxLength: 64 },
    privateLinkScope: { abbreviation: "ampls", maxLength: 255 },
    publicAddress: { abbreviation: "pip", maxLength: 80 },
    registry: { abbreviation: "cr", maxLength: 50, joined: true },
    resourceGroup: { abbreviation: "rg", maxLength: 90 },
    role: { abbreviation: "role", maxLength: 128 },
    routeTable: { abbreviation: "rt", maxLength: 80 },
    securityGroup: { abbreviation: "nsg", maxLength: 80 },
    storageAccount: { abbreviation: "st", maxLength: 24, joined: true },
    subnet: { abbreviation: "snet", maxLength: 80 },
    vault: { abbreviation: "kv", maxLength: 24 },
    virtualNetwork: { abbreviation: "vnet", maxLength: 64 },
    wafPolicy: { abbreviation: "waf", maxLength: 80 },
    workspace: { abbreviation: "log", maxLength: 63 },
} as const satisfies Record<string, Kind>;

export type ResourceKind = keyof typeof KINDS;

/** The names of the platform: the kind and the box that each is made of. One place, for audits and imports. */
const NAMES = {
    resourceGroup: ["resourceGroup", "core"],
    /** Azure makes this group itself, for the cluster's machines and disks. */
    nodeResourceGroup: ["resourceGroup", "nodes"],
    policyIdentity: ["identity", "policy"],
    actionGroup: ["actionGroup", "core"],
    budget: ["budget", "core"],
    workspace: ["workspace", "core"],
    logsLinkScope: ["privateLinkScope", "core"],
    logsEndpoint: ["privateEndpoint", "logs"],
    virtualNetwork: ["virtualNetwork", "core"],
    nodesSubnet: ["subnet", "nodes"],
    nodesSecurityGroup: ["securityGroup", "nodes"],
    apiServerSubnet: ["subnet", "apiserver"],
    apiServerSecurityGroup: ["securityGroup", "apiserver"],
    endpointsSubnet: ["subnet", "endpoints"],
    endpointsSecurityGroup: ["securityGroup", "endpoints"],
    databaseSubnet: ["subnet", "database"],
    databaseSecurityGroup: ["securityGroup", "database"],
    edgeSubnet: ["subnet", "edge"],
    edgeSecurityGroup: ["securityGroup", "edge"],
    bastionSecurityGroup: ["securityGroup", "bastion"],
    runnersSubnet: ["subnet", "runners"],
    runnersSecurityGroup: ["securityGroup", "runners"],
    bastion: ["bastion", "core"],
    bastionAddress: ["publicAddress", "bastion"],
    ddosPlan: ["ddosPlan", "core"],
    egressAddress: ["publicAddress", "egress"],
    natGateway: ["natGateway", "egress"],
    firewall: ["firewall", "egress"],
    firewallPolicy: ["firewallPolicy", "egress"],
    egressRoutes: ["routeTable", "egress"],
    networkWatcher: ["networkWatcher", "core"],
    flowLog: ["flowLog", "core"],
    vault: ["vault", "core"],
    vaultEndpoint: ["privateEndpoint", "vault"],
    storageIdentity: ["identity", "storage"],
    archiveAccount: ["storageAccount", "audit"],
    archiveEndpoint: ["privateEndpoint", "archive"],
    flowsAccount: ["storageAccount", "flows"],
    flowsEndpoint: ["privateEndpoint", "flows"],
    flowsIdentity: ["identity", "flows"],
    registry: ["registry", "core"],
    registryEndpoint: ["privateEndpoint", "registry"],
    registryIdentity: ["identity", "registry"],
    cluster: ["cluster", "core"],
    clusterIdentity: ["identity", "cluster"],
    kubeletIdentity: ["identity", "kubelet"],
    clusterNetworkRole: ["role", "cluster-network"],
    clusterRoutesRole: ["role", "cluster-routes"],
    clusterVaultRole: ["role", "cluster-vault"],
    disksEncryption: ["diskEncryptionSet", "disks"],
    disksIdentity: ["identity", "disks"],
    databaseEncryption: ["diskEncryptionSet", "database"],
    databaseIdentity: ["identity", "database"],
    edge: ["applicationGateway", "edge"],
    edgeAddress: ["publicAddress", "edge"],
    edgeIdentity: ["identity", "edge"],
    edgeWafPolicy: ["wafPolicy", "edge"],
    gatewayIdentity: ["identity", "gateway"],
} as const satisfies Record<string, readonly [ResourceKind, string]>;

export type PlatformNames = Readonly<Record<keyof typeof NAMES, string>>;

/**
 * Every Azure name of a stack, such as `kv-aplus-core-dev-frc`; without the hyphens where Azure forbids them.
 *
 * Throws a RangeError for a region that is not in the EEA. Azure's limits of length are `overlongNames`' concern.
 */
export function platformNames(scope: NameScope): PlatformNames {
    const region = REGION_CODES[scope.location];
    if (region === undefined) {
        throw new RangeError(
            `location: expected a region of the European Economic Area, got "${scope.location}"`,
        );
    }
    const entries = Object.entries(NAMES).map(([key, [kind, box]]) => {
        const { abbreviation, joined = false }: Kind = KINDS[kind];
        const parts = [abbreviation, scope.prefix, box, scope.environment, region];
        return [key, parts.join(joined ? "" : "-")];
    });
    return Object.fromEntries(entries) as PlatformNames;
}

/** The names that Azure would refuse for their length, each with its length and the limit. */
export function overlongNames(scope: NameScope): readonly string[] {
    const names = platformNames(scope);
    return (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((key) => {
        const { maxLength }: Kind = KINDS[NAMES[key][0]];
        const name = names[key];
        return name.length <= maxLength
            ? []
            : [`"${name}" (${name.length.toString()} characters, Azure accepts ${maxLength.toString()})`];
    });
}

/** The tags that every Azure resource of the platform carries. */
export interface Tags {
    readonly [tag: string]: string;
    readonly environment: string;
    readonly owner: string;
    readonly costCenter: string;
    /** HDS activity, 1 to 6 (article R.1111-9 of the Code de la santé publique). */
    readonly hdsActivity: string;
    readonly dataClassification: "dscp";
    readonly managedBy: "pulumi";
}

/**
 * The mandatory tags. Everything is classified `dscp` (personal health data): each resource of the platform
 * holds, carries or opens the way to it.
 */
export function mandatoryTags(
    args: Pick<Tags, "environment" | "owner" | "costCenter" | "hdsActivity">,
): Tags {
    const { environment, owner, costCenter, hdsActivity } = args;
    return { environment, owner, costCenter, hdsActivity, dataClassification: "dscp", managedBy: "pulumi" };
}
