import { Archive } from "./components/archive/archive";
import { Cluster } from "./components/cluster/cluster";
import { databaseOf, regionsOf } from "./components/database/database";
import { Edge } from "./components/edge/edge";
import { MeshRoute } from "./components/edge/mesh-route";
import { DeleteLocks } from "./components/governance/delete-locks";
import { Governance } from "./components/governance/governance";
import { imagesOf } from "./components/images";
import { KeyVault } from "./components/key-vault/key-vault";
import { Logging } from "./components/logging/logging";
import { PrivateIngestion } from "./components/logging/private-ingestion";
import { Network } from "./components/network/network";
import { Observability } from "./components/observability/observability";
import { OpenMrs } from "./components/openmrs/openmrs";
import { Registry } from "./components/registry/registry";
import { loadConfig } from "./config";

const config = loadConfig();
const { names, tags, location, subscriptionId, tenantId, plan, protectData } = config;
const scope = { resourceGroupName: names.resourceGroup, location, tags };

const governance = new Governance("governance", {
    ...scope,
    names,
    subscriptionId,
    allowedRegions: [
        ...new Set([location, ...config.registry.replicaRegions, ...regionsOf(config.database, location)]),
    ],
    defenderPlans: config.defenderPlans,
    budget: config.budget,
    alertEmails: config.alertEmails,
    protectData,
});

const logging = new Logging(
    "logging",
    {
        ...scope,
        names,
        subscriptionId,
        retentionDays: config.logRetentionDays,
        actionGroupId: governance.actionGroupId,
        protectData,
    },
    { dependsOn: governance },
);
const { workspaceId } = logging;

const network = new Network(
    "network",
    {
        ...scope,
        names,
        plan,
        egress: config.egress,
        administratorSources: config.administratorSources,
        ddosProtection: config.ddosProtection,
        allowedSources: config.edge.allowedSources,
        workspaceId,
    },
    // The network watcher of logging first: Azure makes one of its own with the first network.
    { dependsOn: [governance, logging] },
);
const { privateEndpoints } = network;

new PrivateIngestion(
    "ingestion",
    { ...scope, names, workspaceId, privateEndpoints },
    { dependsOn: [governance, logging] },
);

const vault = new KeyVault(
    "vault",
    { ...scope, names, tenantId, privateEndpoints, workspaceId, protectData },
    { dependsOn: governance },
);

const archive = new Archive(
    "archive",
    {
        ...scope,
        names,
        subscriptionId,
        key: vault.keys.storage,
        retentionDays: config.archive.retentionDays,
        redundancy: config.archive.redundancy,
        immutability: config.archive.immutability,
        logRetentionDays: config.logRetentionDays,
        virtualNetworkId: network.virtualNetworkId,
        privateEndpoints,
        workspaceId,
        protectData,
    },
    { dependsOn: [logging, vault] },
);

const registry = new Registry(
    "registry",
    {
        ...scope,
        names,
        subscriptionId,
        key: vault.keys.registry,
        replicaRegions: config.registry.replicaRegions,
        privateEndpoints,
        workspaceId,
        protectData,
    },
    { dependsOn: vault },
);

const cluster = new Cluster(
    "cluster",
    {
        ...scope,
        names,
        subscriptionId,
        tenantId,
        kubernetesVersion: config.kubernetesVersion,
        mesh: config.mesh,
        maintenance: config.maintenance,
        adminGroups: config.clusterAdminGroups,
        kubeLogin: config.kubeLogin,
        systemPool: config.systemPool,
        nodePools: config.nodePools,
        plan,
        network: network.cluster,
        vaultId: vault.vaultId,
        keys: vault.keys,
        registryId: registry.registryId,
        workspaceId,
        protectData,
    },
    // The policies first, so that they judge the very first pods.
    { dependsOn: [governance, network, vault, registry] },
);

const edge = new Edge(
    "edge",
    {
        ...scope,
        names,
        subscriptionId,
        host: config.openmrs.host,
        certificate: config.openmrs.tlsCertificate,
        adminHost: config.openmrs.adminHost,
        maxInstances: config.edge.maxInstances,
        ddosProtection: config.ddosProtection,
        ingressIp: plan.ingressIp,
        subnetId: network.edgeSubnetId,
        virtualNetworkId: network.virtualNetworkId,
        vaultId: vault.vaultId,
        workspaceId,
    },
    { provider: cluster.kubernetes, dependsOn: [network, vault] },
);

const images = imagesOf(registry.loginServer, config.images);
const disk = (sizeGiB: number, storageClass: string) => ({ sizeGiB, storageClass, protect: protectData });
const vaultAccess = {
    ...scope,
    vaultName: names.vault,
    vaultId: vault.vaultId,
    tenantId,
    subscriptionId,
    oidcIssuerUrl: cluster.oidcIssuerUrl,
};
const { credentialsRotatedOn } = config;
const meshRevision = config.mesh.revision;
const release = { names, images, vault: vaultAccess, meshRevision, credentialsRotatedOn, protectData };

const database = databaseOf(
    "database",
    {
        ...scope,
        ...release,
        subscriptionId,
        choice: config.database,
        storageClass: cluster.storageClasses.database,
        key: vault.keys.database,
        maintenance: { day: config.maintenance.clusterDay, startTime: config.maintenance.startTime },
        virtualNetworkId: network.virtualNetworkId,
        subnetId: network.databaseSubnetId,
        archiveAccountId: archive.accountIds.archive,
        privateEndpoints,
        workspaceId,
    },
    // The cluster's classes of disks and of priority first, and the vault's own ways in.
    { provider: cluster.kubernetes, dependsOn: [cluster, vault] },
);

const openmrs = new OpenMrs(
    "openmrs",
    {
        ...release,
        ...config.openmrs,
        compute: config.openmrs,
        storage: disk(config.openmrs.storageGiB, cluster.storageClasses.general),
        database: database.access.openmrs,
        dnsServiceIp: plan.dnsServiceIp,
    },
    { provider: cluster.kubernetes, dependsOn: [cluster, vault, database.resource] },
);

new MeshRoute(
    "route",
    {
        hosts: { public: config.openmrs.host, administration: config.openmrs.adminHost },
        server: openmrs.entry,
    },
    { provider: cluster.kubernetes, dependsOn: [edge, openmrs] },
);

new Observability(
    "observability",
    {
        images,
        targets: { ...database.metrics, ...openmrs.metrics },
        probes: { "openmrs-backend": { endpoint: openmrs.backend, path: "/openmrs/health/alive" } },
        retentionDays: config.observability.retentionDays,
        compute: config.observability,
        storage: disk(config.observability.storageGiB, cluster.storageClasses.general),
        meshRevision,
    },
    { provider: cluster.kubernetes, dependsOn: [database.resource, openmrs] },
);

new DeleteLocks(
    "locks",
    {
        scopes: {
            workspace: workspaceId,
            vault: vault.vaultId,
            archive: archive.accountIds.archive,
            flows: archive.accountIds.flows,
            registry: registry.registryId,
            cluster: cluster.clusterId,
            ...database.locked,
        },
        protectData,
    },
    { dependsOn: [logging, network, vault, archive, registry, cluster, edge, database.resource, openmrs] },
);

export const resourceGroupName = names.resourceGroup;
export const clusterName = names.cluster;
export const clusterId = cluster.clusterId;
export const registryId = registry.registryId;
export const registryLoginServer = registry.loginServer;
export const vaultId = vault.vaultId;
export const vaultUri = vault.vaultUri;
export const oidcIssuerUrl = cluster.oidcIssuerUrl;
export const virtualNetworkId = network.virtualNetworkId;
export const endpointsSubnetId = privateEndpoints.subnetId;
export const databaseSubnetId = network.databaseSubnetId;
export const privateZoneIds = privateEndpoints.zoneIds;
export const edgeAddress = edge.address;
export const egressAddress = network.egressAddress;
export const logWorkspaceId = workspaceId;
export const actionGroupId = governance.actionGroupId;
export const archiveAccountName = archive.accountName;
