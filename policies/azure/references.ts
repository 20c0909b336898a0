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
    "azure-native:compute:Disk": { name: "diskName", type: "microsoft.compute/disks" },
    "azure-native:compute:VirtualMachine": {
        name: "vmName",
        type: "microsoft.compute/virtualmachines",
    },
    "azure-native:containerregistry:Registry": {
        name: "registryName",
        type: "microsoft.containerregistry/registries",
    },
    "azure-native:containerservice:ManagedCluster": {
        name: "resourceName",
        type: "microsoft.containerservice/managedclusters",
    },
    "azure-native:cosmosdb:DatabaseAccount": {
        name: "accountName",
        type: "microsoft.documentdb/databaseaccounts",
    },
    "azure-native:dbformysql:Server": {
        name: "serverName",
        type: "microsoft.dbformysql/flexibleservers",
    },
    "azure-native:dbforpostgresql:Server": {
        name: "serverName",
        type: "microsoft.dbforpostgresql/flexibleservers",
    },
    "azure-native:eventhub:Namespace": {
        name: "namespaceName",
        type: "microsoft.eventhub/namespaces",
    },
    "azure-native:keyvault:Vault": { name: "vaultName", type: "microsoft.keyvault/vaults" },
    "azure-native:monitor:AzureMonitorWorkspace": {
        name: "azureMonitorWorkspaceName",
        type: "microsoft.monitor/accounts",
    },
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
    "azure-native:network:PrivateEndpoint": {
        name: "privateEndpointName",
        type: "microsoft.network/privateendpoints",
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
    "azure-native:redis:Redis": { name: "name", type: "microsoft.cache/redis" },
    "azure-native:servicebus:Namespace": {
        name: "namespaceName",
        type: "microsoft.servicebus/namespaces",
    },
    "azure-native:sql:ManagedInstance": {
        name: "managedInstanceName",
        type: "microsoft.sql/managedinstances",
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
    return points(referrer, property, ids, target, (id, name, type) =>
        `${id}/`.includes(`/${type}/${name}/`),
    );
}

/** Whether a property of one resource names another: by what the property came from, else by the name in it. */
export function namesResource(referrer: Subject, property: string, target: Subject): Answer {
    const names = referrer.properties.readings(property);
    return points(referrer, property, names, target, (given, name) => given === name);
}

function points(
    referrer: Subject,
    property: string,
    readings: readonly Reading[],
    target: Subject,
    matches: (text: string, name: string, type: string) => boolean,
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
    const wanted = isScalar(name.value) ? String(name.value).toLowerCase() : undefined;
    return referrer.properties.some(
        readings,
        (value) =>
            wanted !== undefined &&
            isScalar(value) &&
            matches(String(value).toLowerCase(), wanted, parts.type),
    );
}
