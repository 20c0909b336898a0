import { Cluster } from "./components/cluster/cluster";
import { ZONE_REDUNDANT } from "./components/cluster/storage";
import { Database } from "./components/database/database";
import { Foundation } from "./components/foundation/foundation";
import { imagesOf } from "./components/images";
import { Observability } from "./components/observability/observability";
import { OpenMrs } from "./components/openmrs/openmrs";
import { Registry } from "./components/registry/registry";
import { loadConfig } from "./config";

const config = loadConfig();
const { names, tags, location, subscriptionId, tenantId, protectData } = config;
const scope = { resourceGroupName: names.resourceGroup, location, tags };

const foundation = new Foundation("foundation", {
    ...scope,
    names,
    network: config.network,
    tenantId,
    logRetentionDays: config.logRetentionDays,
    protectData,
});

const registry = new Registry(
    "registry",
    {
        ...scope,
        registryName: names.registry,
        endpointName: names.registryEndpoint,
        virtualNetworkId: foundation.network.virtualNetworkId,
        subnetId: foundation.network.endpointsSubnetId,
        workspaceId: foundation.workspaceId,
        protectData,
    },
    { dependsOn: foundation },
);

const cluster = new Cluster(
    "cluster",
    {
        ...scope,
        names,
        subscriptionId,
        tenantId,
        kubernetesVersion: config.kubernetesVersion,
        adminGroups: config.clusterAdminGroups,
        kubeLogin: config.kubeLogin,
        systemPool: config.systemPool,
        userPool: config.userPool,
        network: config.network,
        nodesSubnetId: foundation.network.nodesSubnetId,
        registryId: registry.registryId,
        workspaceId: foundation.workspaceId,
        protectData,
    },
    { dependsOn: [foundation, registry] },
);

const images = imagesOf(registry.loginServer, config.images);
const disk = (sizeGiB: number) => ({ sizeGiB, storageClass: ZONE_REDUNDANT, protect: protectData });

const database = new Database(
    "database",
    {
        image: images.mariadb,
        exporterImage: images.mysqldExporter,
        compute: config.database,
        storage: disk(config.database.storageGiB),
        protectData,
    },
    { provider: cluster.kubernetes },
);

const openmrs = new OpenMrs(
    "openmrs",
    {
        images,
        host: config.openmrs.host,
        webReplicas: config.openmrs.webReplicas,
        compute: config.openmrs,
        storage: disk(config.openmrs.storageGiB),
        database,
        dnsServiceIp: config.network.dnsServiceIp,
        certificate: {
            ...scope,
            name: config.openmrs.tlsCertificate,
            vaultName: names.vault,
            vaultId: foundation.vaultId,
            tenantId,
            subscriptionId,
            identityName: names.gatewayIdentity,
            oidcIssuerUrl: cluster.oidcIssuerUrl,
        },
        protectData,
    },
    { provider: cluster.kubernetes, dependsOn: [foundation, database] },
);

new Observability(
    "observability",
    {
        images,
        targets: { mariadb: database.metrics, ...openmrs.metrics },
        probes: { "openmrs-backend": { endpoint: openmrs.backend, path: "/openmrs/health/alive" } },
        retentionDays: config.observability.retentionDays,
        compute: config.observability,
        storage: disk(config.observability.storageGiB),
    },
    { provider: cluster.kubernetes, dependsOn: [database, openmrs] },
);

export const clusterName = names.cluster;
export const registryLoginServer = registry.loginServer;
export const vaultUri = foundation.vaultUri;
export const oidcIssuerUrl = cluster.oidcIssuerUrl;
