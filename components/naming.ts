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
    resourceGroup: { abbreviation: "rg", maxLength: 90 },
    virtualNetwork: { abbreviation: "vnet", maxLength: 64 },
    subnet: { abbreviation: "snet", maxLength: 80 },
    securityGroup: { abbreviation: "nsg", maxLength: 80 },
    workspace: { abbreviation: "log", maxLength: 63 },
    vault: { abbreviation: "kv", maxLength: 24 },
    privateEndpoint: { abbreviation: "pep", maxLength: 80 },
    registry: { abbreviation: "cr", maxLength: 50, joined: true },
    cluster: { abbreviation: "aks", maxLength: 63 },
    identity: { abbreviation: "id", maxLength: 128 },
} as const satisfies Record<string, Kind>;

export type ResourceKind = keyof typeof KINDS;

/** The names of the platform: the kind and the box that each is made of. One place, for audits and imports. */
const NAMES = {
    resourceGroup: ["resourceGroup", "core"],
    /** Azure makes this group itself, for the cluster's machines and disks. */
    nodeResourceGroup: ["resourceGroup", "nodes"],
    virtualNetwork: ["virtualNetwork", "core"],
    nodesSubnet: ["subnet", "nodes"],
    nodesSecurityGroup: ["securityGroup", "nodes"],
    endpointsSubnet: ["subnet", "endpoints"],
    endpointsSecurityGroup: ["securityGroup", "endpoints"],
    workspace: ["workspace", "core"],
    vault: ["vault", "core"],
    vaultEndpoint: ["privateEndpoint", "vault"],
    registry: ["registry", "core"],
    registryEndpoint: ["privateEndpoint", "registry"],
    cluster: ["cluster", "core"],
    clusterIdentity: ["identity", "cluster"],
    kubeletIdentity: ["identity", "kubelet"],
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
