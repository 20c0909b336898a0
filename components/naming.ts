import { ZONED_REGIONS } from "./regions";

/** What every name of a stack is made of. */
export interface NameScope {
    /** The organisation's part, such as aplus. */
    readonly prefix: string;
    /** Such as dev. */
    readonly environment: string;
    /** Azure region, such as francecentral. */
    readonly location: string;
}

/** Kinds of resources with the abbreviations of the Cloud Adoption Framework. */
const KINDS = {
    actionGroup: "ag",
    applicationGateway: "agw",
    bastion: "bas",
    budget: "budget",
    cluster: "aks",
    ddosPlan: "ddos",
    diskEncryptionSet: "des",
    firewall: "afw",
    firewallPolicy: "afwp",
    flowLog: "fl",
    identity: "id",
    mySql: "mysql",
    natGateway: "ng",
    networkWatcher: "nw",
    privateEndpoint: "pep",
    privateLinkScope: "ampls",
    publicAddress: "pip",
    registry: "cr",
    resourceGroup: "rg",
    role: "role",
    routeTable: "rt",
    securityGroup: "nsg",
    storageAccount: "st",
    subnet: "snet",
    vault: "kv",
    virtualNetwork: "vnet",
    wafPolicy: "waf",
    workspace: "log",
} as const;

type ResourceKind = keyof typeof KINDS;

/** Azure forbids hyphens in their names. */
const JOINED: readonly ResourceKind[] = ["registry", "storageAccount"];

/** Azure's limits that a prefix and an environment of the most letters can exceed: all others are of 50 and more. */
const MAX_LENGTHS: Readonly<Partial<Record<ResourceKind, number>>> = { storageAccount: 24, vault: 24 };

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
    archiveRole: ["role", "archive"],
    flowsAccount: ["storageAccount", "flows"],
    flowsEndpoint: ["privateEndpoint", "flows"],
    flowsIdentity: ["identity", "flows"],
    telemetryAccount: ["storageAccount", "telem"],
    telemetryEndpoint: ["privateEndpoint", "telemetry"],
    telemetryIdentity: ["identity", "telemetry"],
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
    backendIdentity: ["identity", "backend"],
    mariadbIdentity: ["identity", "mariadb"],
    mySqlServer: ["mySql", "core"],
    mySqlIdentity: ["identity", "mysql"],
    mySqlAccountsIdentity: ["identity", "mysqlaccounts"],
    mysqldExporterIdentity: ["identity", "mysqldexporter"],
    logCollectorIdentity: ["identity", "logcollector"],
    lokiIdentity: ["identity", "loki"],
    tempoIdentity: ["identity", "tempo"],
    alertmanagerIdentity: ["identity", "alertmanager"],
    grafanaIdentity: ["identity", "grafana"],
    /** In the paired region, as its key and its identity must be. */
    backupVault: ["vault", "bak"],
    backupVaultEndpoint: ["privateEndpoint", "backupvault"],
    backupIdentity: ["identity", "backup"],
} as const satisfies Record<string, readonly [ResourceKind, string]>;

export type PlatformNames = Readonly<Record<keyof typeof NAMES, string>>;

/**
 * Every Azure name of a stack, such as `kv-aplus-core-dev-frc`; without the hyphens where Azure forbids them.
 *
 * Throws a RangeError for a region that cannot host a stack. Azure's limits of length are `overlongNames`' concern.
 */
export function platformNames(scope: NameScope): PlatformNames {
    const region = ZONED_REGIONS[scope.location];
    if (region === undefined) {
        throw new RangeError(
            `location: expected a region of the European Economic Area with three zones, got "${scope.location}"`,
        );
    }
    const entries = Object.entries(NAMES).map(([key, [kind, box]]) => {
        const parts = [KINDS[kind], scope.prefix, box, scope.environment, region.code];
        return [key, parts.join(JOINED.includes(kind) ? "" : "-")];
    });
    return Object.fromEntries(entries) as PlatformNames;
}

/** Host name of the registry. */
export const registryLoginServer = ({ registry }: Pick<PlatformNames, "registry">) =>
    `${registry}.azurecr.io`;

/** Address of the vault. */
export const vaultUri = ({ vault }: Pick<PlatformNames, "vault">) => `https://${vault}.vault.azure.net/`;

/** The names that Azure would refuse for their length, each with its length and the limit. */
export function overlongNames(scope: NameScope): readonly string[] {
    const names = platformNames(scope);
    return (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((key) => {
        const maxLength = MAX_LENGTHS[NAMES[key][0]];
        const name = names[key];
        return maxLength === undefined || name.length <= maxLength
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
