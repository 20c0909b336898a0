import * as pulumi from "@pulumi/pulumi";
import { ContainerRegistry, Replication } from "../azure";
import type { AzureScope } from "../azure-scope";
import type { CustomerKey } from "../key-vault/customer-key";
import { EncryptionIdentity } from "../key-vault/encryption-identity";
import { auditLog } from "../logging/audit-log";
import { type PlatformNames, registryLoginServer } from "../naming";
import { type PrivateEndpoints, PrivateLink } from "../network/private-link";
import { isZoned } from "../regions";
import { ImageCache } from "./image-cache";

export interface RegistryArgs extends AzureScope {
    readonly names: PlatformNames;
    readonly subscriptionId: string;

    /** Key that the images are encrypted with. Its vault holds Docker Hub's credentials too. */
    readonly key: CustomerKey;

    /** Other regions that hold a copy of every image. */
    readonly replicaRegions: readonly string[];

    readonly privateEndpoints: PrivateEndpoints;

    /** Workspace that keeps the audit log. */
    readonly workspaceId: pulumi.Input<string>;

    /** Whether Pulumi refuses to delete the registry. */
    readonly protectData: boolean;
}

/** The private registry: the only place that the cluster takes the platform's images from. */
export class Registry extends pulumi.ComponentResource {
    /** Azure resource id. */
    public readonly registryId: pulumi.Output<string>;

    /** Host name that images are pulled from. Plain, since Azure derives it from the name. */
    public readonly loginServer: string;

    constructor(name: string, args: RegistryArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:registry:Registry", name, {}, opts);
        const { names, resourceGroupName, location, tags, subscriptionId, key } = args;
        const scope: AzureScope = { resourceGroupName, location, tags };
        const registryName = names.registry;

        const encryption = new EncryptionIdentity(
            `${name}-encryption`,
            { ...scope, identityName: names.registryIdentity, subscriptionId, key },
            { parent: this },
        );
        const registry = new ContainerRegistry(
            name,
            {
                ...scope,
                registryName,
                // Private endpoints, replicas and keys of one's own are Premium's.
                sku: { name: "Premium" },
                zoneRedundancy: zoneRedundancy(location),
                adminUserEnabled: false,
                anonymousPullEnabled: false,
                publicNetworkAccess: "Disabled",
                // To trusted services alone: Defender for Cloud, which scans the images, is one.
                networkRuleBypassOptions: "AzureServices",
                dataEndpointEnabled: true,
                identity: {
                    type: "UserAssigned",
                    userAssignedIdentities: encryption.id.apply((id) => ({ [id]: {} })),
                },
                // At creation or never: Azure encrypts no existing registry anew.
                encryption: {
                    status: "enabled",
                    keyVaultProperties: { identity: encryption.clientId, keyIdentifier: key.uri },
                },
                // Content trust is left out, which Azure no longer turns on; and soft delete, which excludes retention.
                policies: {
                    exportPolicy: { status: "disabled" },
                    // What is pushed can be pulled once it has been examined and released.
                    quarantinePolicy: { status: "enabled" },
                    // Untagged manifests stay 30 days: time to roll back to the digest before.
                    retentionPolicy: { status: "enabled", days: 30 },
                    // Tokens made out to the registry only, not those of Azure Resource Manager.
                    azureADAuthenticationAsArmPolicy: { status: "disabled" },
                },
            },
            { parent: this, protect: args.protectData, dependsOn: encryption },
        );
        const inRegistry = { parent: this, dependsOn: registry };
        const replicas = args.replicaRegions.map(
            (region) =>
                new Replication(
                    `${name}-replica-${region}`,
                    {
                        replicationName: region,
                        registryName,
                        resourceGroupName,
                        location: region,
                        regionEndpointEnabled: true,
                        zoneRedundancy: zoneRedundancy(region),
                        tags,
                    },
                    inRegistry,
                ),
        );
        new ImageCache(
            `${name}-cache`,
            { resourceGroupName, registryName, subscriptionId, vaultId: key.vaultId, vaultUri: key.vaultUri },
            inRegistry,
        );
        new PrivateLink(
            `${name}-link`,
            {
                ...scope,
                endpointName: names.registryEndpoint,
                serviceId: registry.id,
                groupId: "registry",
                zones: ["registry"],
                privateEndpoints: args.privateEndpoints,
            },
            // Each replica has an address of its own in the network.
            { parent: this, dependsOn: replicas },
        );
        auditLog(
            `${name}-audit`,
            { service: "registry", resourceId: registry.id, workspaceId: args.workspaceId },
            this,
        );

        this.registryId = registry.id;
        this.loginServer = registryLoginServer(names);
        this.registerOutputs({ registryId: this.registryId, loginServer: this.loginServer });
    }
}

const zoneRedundancy = (region: string) => (isZoned(region) ? "Enabled" : "Disabled");
