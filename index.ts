import "./light-sdk";
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
import { collectorsOf } from "./components/observability/collectors";
import { Observability } from "./components/observability/observability";
import { OpenMrs } from "./components/openmrs/openmrs";
import { Registry } from "./components/registry/registry";
import { Namespace } from "./components/kubernetes/namespace";
import { loadConfig } from "./config";

const config = loadConfig();
const { names, location, subscriptionId, tenantId, plan, credentialsRotatedOn, protectData } = config;
const scope = { resourceGroupName: names.resourceGroup, location, tags: config.tags, names, subscriptionId };

const governance = new Governance("governance", {
    ...scope,
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
        plan,
        egress: config.egress,
        heartbeatHost: config.observability.heartbeatHost,
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
    { ...scope, workspaceId, privateEndpoints },
    { dependsOn: [governance, logging] },
);

const vault = new KeyVault(
    "vault",
    { ...scope, tenantId, privateEndpoints, workspaceId, protectData },
    { dependsOn: governance },
);

const archive = new Archive(
    "archive",
    {
        ...scope,
        key: vault.keys.storage,
        ...config.archive,
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
        host: config.openmrs.host,
        certificate: config.openmrs.tlsCertificate,
        privateHosts: {
            administration: config.openmrs.adminHost,
            supervision: config.observability.host,
        },
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

/** Name of the box, and of its namespace, where OpenMRS sends its telemetry before the box is there. */
const OBSERVABILITY = "observability";
const images = imagesOf(registry.loginServer, config.images);
const disk = (sizeGiB: number, storageClass: string) => ({ sizeGiB, storageClass, protect: protectData });
const vaultAccess = {
    ...scope,
    vaultName: names.vault,
    vaultId: vault.vaultId,
    tenantId,
    oidcIssuerUrl: cluster.oidcIssuerUrl,
};
const meshRevision = config.mesh.revision;
const release = { names, images, vault: vaultAccess, meshRevision, credentialsRotatedOn, protectData };

const database = databaseOf(
    "database",
    {
        ...scope,
        ...release,
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

// Before OpenMRS, whose telemetry it lets in.
const observabilityNamespace = new Namespace(
    OBSERVABILITY,
    { meshRevision },
    { provider: cluster.kubernetes, dependsOn: cluster },
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
        telemetry: collectorsOf(OBSERVABILITY),
    },
    {
        provider: cluster.kubernetes,
        dependsOn: [cluster, vault, database.resource, observabilityNamespace],
    },
);

new MeshRoute(
    "route",
    {
        hosts: { public: config.openmrs.host, administration: config.openmrs.adminHost },
        server: openmrs.entry,
        reason: "Mener à OpenMRS les navigateurs des centres et ceux de l’administration",
    },
    { provider: cluster.kubernetes, dependsOn: [edge, openmrs] },
);

const observability = new Observability(
    OBSERVABILITY,
    {
        ...release,
        settings: config.observability,
        cluster: names.cluster,
        nodes: plan.subnets.nodes,
        mostNodes: config.mostNodes,
        targets: { ...database.metrics, ...openmrs.metrics },
        openmrs: {
            host: config.openmrs.host,
            backend: openmrs.backend,
            entry: openmrs.entry,
            frontend: openmrs.frontend,
        },
        databaseMode: config.database.mode,
        key: vault.keys.storage,
        redundancy: config.archive.redundancy,
        clusterAudit: archive.clusterAudit,
        privateEndpoints,
        workspaceId,
        disk: (sizeGiB) => disk(sizeGiB, cluster.storageClasses.general),
    },
    { provider: cluster.kubernetes, dependsOn: [archive, database.resource, openmrs] },
);

new MeshRoute(
    "supervision",
    {
        hosts: { supervision: config.observability.host },
        server: observability.entry,
        reason: "Mener à Grafana les navigateurs des exploitants",
    },
    { provider: cluster.kubernetes, dependsOn: [edge, observability] },
);

new DeleteLocks(
    "locks",
    {
        scopes: {
            workspace: workspaceId,
            vault: vault.vaultId,
            archive: archive.accountIds.archive,
            flows: archive.accountIds.flows,
            telemetry: observability.storageId,
            registry: registry.registryId,
            cluster: cluster.clusterId,
            ...database.locked,
        },
        protectData,
    },
    {
        dependsOn: [
            logging,
            network,
            vault,
            archive,
            registry,
            cluster,
            edge,
            database.resource,
            openmrs,
            observability,
        ],
    },
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
