import { CREATED, digest, GROUP, guid, regionOf } from "../arm";
import { propertiesAt, textAt } from "../../protocol/values";
import type { ArmResource, ArmType } from "../arm-type";
import { clientId, principalId } from "../outputs";

const CLUSTER = `${GROUP}/providers/Microsoft.ContainerService/managedClusters/{resourceName}`;
const NODE_IMAGE = "AKSAzureLinux-V3gen2-202601.01.0";

/** What Azure says of an autoscaler that is told less. */
const AUTOSCALER_DEFAULTS: ArmType["outputs"] = Object.fromEntries(
    Object.entries({
        balanceSimilarNodeGroups: "false",
        daemonsetEvictionForEmptyNodes: false,
        daemonsetEvictionForOccupiedNodes: true,
        expander: "random",
        ignoreDaemonsetsUtilization: false,
        maxEmptyBulkDelete: "10",
        maxGracefulTerminationSec: "600",
        maxNodeProvisionTime: "15m",
        maxTotalUnreadyPercentage: "45",
        newPodScaleUpDelay: "0s",
        okTotalUnreadyCount: "3",
        scaleDownDelayAfterAdd: "10m",
        scaleDownDelayAfterDelete: "10s",
        scaleDownDelayAfterFailure: "3m",
        scaleDownUnneededTime: "10m",
        scaleDownUnreadyTime: "20m",
        scaleDownUtilizationThreshold: "0.5",
        scanInterval: "10s",
        skipNodesWithLocalStorage: "false",
        skipNodesWithSystemPods: "true",
    }).map(([setting, value]) => [`autoScalerProfile.${setting}`, value]),
);

/** Clusters, their pools of nodes and what encrypts their disks. */
export const clusterTypes: Readonly<Record<string, ArmType>> = {
    "azure-native:containerservice:ManagedCluster": {
        path: CLUSTER,
        forceNew: [
            "diskEncryptionSetID",
            "dnsPrefix",
            "fqdnSubdomain",
            "linuxProfile",
            "networkProfile.dnsServiceIP",
            "networkProfile.ipFamilies",
            "networkProfile.networkDataplane",
            "networkProfile.networkMode",
            "networkProfile.networkPlugin",
            "networkProfile.networkPluginMode",
            "networkProfile.networkPolicy",
            "networkProfile.outboundType",
            "networkProfile.podCidr",
            "networkProfile.podCidrs",
            "networkProfile.serviceCidr",
            "networkProfile.serviceCidrs",
            "nodeResourceGroup",
            "windowsProfile",
        ],
        immutable: ["apiServerAccessProfile.enablePrivateCluster", "apiServerAccessProfile.privateDNSZone"],
        outputs: {
            "addonProfiles{}.identity": (resource, addon) =>
                clusterIdentity(resource, `${addon.toLowerCase()}-${resource.name}`),
            "agentPoolProfiles[].currentOrchestratorVersion": currentVersion,
            "agentPoolProfiles[].nodeImageVersion": NODE_IMAGE,
            "agentPoolProfiles[].powerState": { code: "Running" },
            ...AUTOSCALER_DEFAULTS,
            azurePortalFQDN: (resource) => host(resource, `portal.hcp.${regionOf(resource.inputs)}`),
            bootstrapProfile: { artifactSource: "Direct" },
            "bootstrapProfile.artifactSource": "Direct",
            currentKubernetesVersion: currentVersion,
            dnsPrefix,
            enableRBAC: true,
            // Only a cluster with a public end has one.
            fqdn: (resource) =>
                isPrivate(resource) ? undefined : host(resource, `hcp.${regionOf(resource.inputs)}`),
            identityProfile: (resource) => ({
                kubeletidentity: clusterIdentity(resource, `${resource.name}-agentpool`),
            }),
            kubernetesVersion: currentVersion,
            maxAgentPools: 100,
            "networkProfile.loadBalancerProfile.effectiveOutboundIPs": [],
            "networkProfile.natGatewayProfile.effectiveOutboundIPs": [],
            "nodeProvisioningProfile.defaultNodePools": "Auto",
            nodeResourceGroup,
            "oidcIssuerProfile.issuerURL": ({ id, inputs, tenantId }) =>
                propertiesAt(inputs, "oidcIssuerProfile").enabled === true
                    ? `https://${regionOf(inputs)}.oic.prod-aks.azure.com/${tenantId}/${guid(`${id}/oidc`)}/`
                    : undefined,
            powerState: { code: "Running" },
            privateFQDN: (resource) =>
                isPrivate(resource)
                    ? host(resource, `${guid(`${resource.id}/dns`)}.privatelink.${regionOf(resource.inputs)}`)
                    : undefined,
            resourceUID: ({ id }) => digest(`${id}/uid`, 24),
            servicePrincipalProfile: { clientId: "msi" },
            sku: { name: "Base", tier: "Free" },
            supportPlan: "KubernetesOfficial",
        },
        unset: `aadProfile addonProfiles agentPoolProfiles aiToolchainOperatorProfile apiServerAccessProfile
            autoScalerProfile autoUpgradeProfile azureMonitorProfile disableLocalAccounts diskEncryptionSetID
            extendedLocation fqdnSubdomain httpProxyConfig identity ingressProfile kind
            linuxProfile metricsProfile networkProfile nodeProvisioningProfile nodeResourceGroupProfile
            oidcIssuerProfile podIdentityProfile privateLinkResources publicNetworkAccess securityProfile
            serviceMeshProfile status storageProfile tags upgradeSettings windowsProfile
            workloadAutoScalerProfile`,
    },
    "azure-native:containerservice:AgentPool": {
        path: `${CLUSTER}/agentPools/{agentPoolName}`,
        forceNew: ["gpuInstanceProfile", "networkProfile.nodePublicIPTags", "vmSize"],
        immutable: [
            "availabilityZones",
            "kubeletConfig",
            "linuxOSConfig",
            "maxPods",
            "osDiskSizeGB",
            "osDiskType",
            "vnetSubnetID",
        ],
        outputs: {
            currentOrchestratorVersion: currentVersion,
            enableAutoScaling: false,
            enableEncryptionAtHost: false,
            enableFIPS: false,
            enableNodePublicIP: false,
            mode: "User",
            nodeImageVersion: NODE_IMAGE,
            orchestratorVersion: currentVersion,
            osType: "Linux",
            powerState: { code: "Running" },
            scaleDownMode: "Delete",
            workloadRuntime: "OCIContainer",
        },
        unset: `availabilityZones capacityReservationGroupID count creationData enableUltraSSD gatewayProfile
            gpuInstanceProfile gpuProfile hostGroupID kubeletConfig kubeletDiskType linuxOSConfig
            localDNSProfile maxCount maxPods messageOfTheDay minCount networkProfile nodeLabels
            nodePublicIPPrefixID nodeTaints osDiskSizeGB osDiskType osSKU podIPAllocationMode podSubnetID
            proximityPlacementGroupID scaleSetEvictionPolicy scaleSetPriority securityProfile spotMaxPrice
            status tags upgradeSettings virtualMachineNodesStatus virtualMachinesProfile vmSize vnetSubnetID
            windowsProfile`,
    },
    "azure-native:containerservice:MaintenanceConfiguration": {
        path: `${CLUSTER}/maintenanceConfigurations/{configName}`,
        outputs: {
            // Windows begin on the day on which they are made.
            "maintenanceWindow.startDate": CREATED.slice(0, 10),
            "maintenanceWindow.utcOffset": "+00:00",
        },
        unset: "maintenanceWindow notAllowedTime timeInWeek",
    },
    "azure-native:compute:DiskEncryptionSet": {
        path: `${GROUP}/providers/Microsoft.Compute/diskEncryptionSets/{diskEncryptionSetName}`,
        immutable: ["encryptionType"],
        outputs: {
            encryptionType: "EncryptionAtRestWithCustomerKey",
            lastKeyRotationTimestamp: CREATED,
            previousKeys: [],
            rotationToLatestKeyVersionEnabled: false,
        },
        unset: "activeKey autoKeyRotationError federatedClientId identity tags",
    },
};

/** Azure turns a minor version into the newest patch of it; here that is patch 0. */
function currentVersion({ inputs }: ArmResource): string {
    const version = textAt(inputs, "kubernetesVersion") ?? textAt(inputs, "orchestratorVersion") ?? "1.34";
    return /^\d+\.\d+$/.test(version) ? `${version}.0` : version;
}

function dnsPrefix({ inputs, name }: ArmResource): string {
    return textAt(inputs, "dnsPrefix") ?? textAt(inputs, "fqdnSubdomain") ?? name;
}

function isPrivate({ inputs }: ArmResource): boolean {
    return propertiesAt(inputs, "apiServerAccessProfile").enablePrivateCluster === true;
}

/** A host name of the API server, `<prefix>-<8 digits>.<zone>.azmk8s.io`. */
function host(resource: ArmResource, zone: string): string {
    return `${dnsPrefix(resource)}-${digest(resource.id, 8)}.${zone}.azmk8s.io`;
}

function nodeResourceGroup({ inputs, name }: ArmResource): string {
    return `MC_${textAt(inputs, "resourceGroupName") ?? ""}_${name}_${regionOf(inputs)}`;
}

/** An identity that Azure makes for the cluster, in the group of its nodes. */
function clusterIdentity(resource: ArmResource, name: string) {
    const group = textAt(resource.inputs, "nodeResourceGroup") ?? nodeResourceGroup(resource);
    const resourceId =
        `/subscriptions/${resource.subscriptionId}/resourceGroups/${group}` +
        `/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`;
    return { clientId: clientId(resourceId), objectId: principalId(resourceId), resourceId };
}
