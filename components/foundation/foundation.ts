import * as pulumi from "@pulumi/pulumi";
import { ResourceGroup, Vault, Workspace } from "../azure";
import type { AzureScope } from "../azure-scope";
import type { PlatformNames } from "../naming";
import { auditLog } from "./audit-log";
import { Network } from "./network";
import { PrivateLink } from "./private-link";

export interface FoundationArgs extends AzureScope {
    readonly names: PlatformNames;

    /** CIDR ranges of the virtual network and of its two subnets. */
    readonly network: {
        readonly addressSpace: string;
        readonly nodesSubnet: string;
        readonly endpointsSubnet: string;
    };

    /** Entra tenant that the Key Vault trusts. */
    readonly tenantId: string;

    /** Retention of the logs, in days (180 to 365: CNIL, deliberation 2021-122). */
    readonly logRetentionDays: number;

    /** Whether Pulumi refuses to delete the vault and the logs. */
    readonly protectData: boolean;
}

/** What the rest stands on: resource group, private network, log store and Key Vault. */
export class Foundation extends pulumi.ComponentResource {
    public readonly network: Network;

    /** Azure resource id of the Log Analytics workspace. */
    public readonly workspaceId: pulumi.Output<string>;

    /** Azure resource id of the Key Vault. */
    public readonly vaultId: pulumi.Output<string>;

    /** Address of the Key Vault. Plain, since Azure derives it from the name. */
    public readonly vaultUri: string;

    constructor(name: string, args: FoundationArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:foundation:Foundation", name, {}, opts);
        const { names, resourceGroupName, location, tags, protectData } = args;
        const scope: AzureScope = { resourceGroupName, location, tags };

        const group = new ResourceGroup(
            name,
            { resourceGroupName, location, tags },
            { parent: this, protect: protectData },
        );
        const inGroup = { parent: this, dependsOn: group };

        this.network = new Network(`${name}-network`, { ...scope, names, ...args.network }, inGroup);

        const workspace = new Workspace(
            `${name}-logs`,
            {
                ...scope,
                workspaceName: names.workspace,
                sku: { name: "PerGB2018" },
                retentionInDays: args.logRetentionDays,
                features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true },
                publicNetworkAccessForIngestion: "Disabled",
                publicNetworkAccessForQuery: "Disabled",
            },
            { ...inGroup, protect: protectData },
        );
        const vault = new Vault(
            `${name}-vault`,
            {
                ...scope,
                vaultName: names.vault,
                properties: {
                    sku: { family: "A", name: "premium" },
                    tenantId: args.tenantId,
                    enableRbacAuthorization: true,
                    enableSoftDelete: true,
                    softDeleteRetentionInDays: 90,
                    enablePurgeProtection: true,
                    publicNetworkAccess: "Disabled",
                    networkAcls: { bypass: "AzureServices", defaultAction: "Deny" },
                },
            },
            { ...inGroup, protect: protectData },
        );
        new PrivateLink(
            `${name}-vault-link`,
            {
                ...scope,
                endpointName: names.vaultEndpoint,
                serviceId: vault.id,
                groupId: "vault",
                zoneName: "privatelink.vaultcore.azure.net",
                virtualNetworkId: this.network.virtualNetworkId,
                subnetId: this.network.endpointsSubnetId,
            },
            inGroup,
        );
        auditLog(`${name}-vault-audit`, { resourceId: vault.id, workspaceId: workspace.id }, this);

        this.workspaceId = workspace.id;
        this.vaultId = vault.id;
        this.vaultUri = `https://${names.vault}.vault.azure.net/`;
        this.registerOutputs({
            workspaceId: this.workspaceId,
            vaultId: this.vaultId,
            vaultUri: this.vaultUri,
        });
    }
}
