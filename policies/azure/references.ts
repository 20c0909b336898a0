import type { Answer } from "../answer";
import { isScalar } from "../expectation";
import type { Reading } from "../reading";
import type { Subject } from "../rule";

/** How the resource ids of a type are made. */
interface IdParts {
    /** The property that names the resource. */
    readonly name: string;
    /** The type as ids spell it, in lower case. */
    readonly type: string;
}

const ID_PARTS: Readonly<Record<string, IdParts>> = {
    "azure-native:containerregistry:Registry": {
        name: "registryName",
        type: "microsoft.containerregistry/registries",
    },
    "azure-native:containerservice:ManagedCluster": {
        name: "resourceName",
        type: "microsoft.containerservice/managedclusters",
    },
    "azure-native:dbformysql:Server": {
        name: "serverName",
        type: "microsoft.dbformysql/flexibleservers",
    },
    "azure-native:dbforpostgresql:Server": {
        name: "serverName",
        type: "microsoft.dbforpostgresql/flexibleservers",
    },
    "azure-native:keyvault:Vault": { name: "vaultName", type: "microsoft.keyvault/vaults" },
    "azure-native:network:ApplicationGateway": {
        name: "applicationGatewayName",
        type: "microsoft.network/applicationgateways",
    },
    "azure-native:network:AzureFirewall": {
        name: "azureFirewallName",
        type: "microsoft.network/azurefirewalls",
    },
    "azure-native:network:BastionHost": {
        name: "bastionHostName",
        type: "microsoft.network/bastionhosts",
    },
    "azure-native:network:NetworkSecurityGroup": {
        name: "networkSecurityGroupName",
        type: "microsoft.network/networksecuritygroups",
    },
    "azure-native:network:PublicIPAddress": {
        name: "publicIpAddressName",
        type: "microsoft.network/publicipaddresses",
    },
    "azure-native:network:VirtualNetwork": {
        name: "virtualNetworkName",
        type: "microsoft.network/virtualnetworks",
    },
    "azure-native:operationalinsights:Workspace": {
        name: "workspaceName",
        type: "microsoft.operationalinsights/workspaces",
    },
    "azure-native:sql:Server": { name: "serverName", type: "microsoft.sql/servers" },
    "azure-native:storage:StorageAccount": {
        name: "accountName",
        type: "microsoft.storage/storageaccounts",
    },
};

/**
 * Whether a property of one resource refers to another: by what the property came from, else by the type and name in
 * `ids`, the ids that stand in it. A part of the other will do: storage logs by its blob service, SQL Server by its
 * master database.
 */
export function refersTo(
    referrer: Subject,
    property: string,
    ids: readonly Reading[],
    target: Subject,
): Answer {
    const sources = referrer.sources(property);
    if (sources.length > 0) {
        return sources.some(({ urn }) => urn === target.urn) ? "yes" : "no";
    }
    const parts = ID_PARTS[target.type];
    if (parts === undefined) {
        return "no";
    }
    const name = target.properties.read(parts.name);
    if (name.state !== "known") {
        return target.properties.some([name], () => false);
    }
    const part = isScalar(name.value) ? `/${parts.type}/${String(name.value).toLowerCase()}/` : undefined;
    return referrer.properties.some(
        ids,
        (id) => part !== undefined && isScalar(id) && `${String(id).toLowerCase()}/`.includes(part),
    );
}
