import * as pulumi from "@pulumi/pulumi";
import type { AzureScope } from "../../components/azure-scope";
import type { VaultAccess } from "../../components/key-vault/vault-reader";
import { mandatoryTags, platformNames } from "../../components/naming";
import type { PrivateEndpoints } from "../../components/network/private-link";

export const names = platformNames({ prefix: "aplus", environment: "dev", location: "francecentral" });

export const tags = mandatoryTags({
    environment: "dev",
    owner: "o@example.fr",
    costCenter: "SI",
    hdsActivity: "5",
});

/** Where the tests' Azure resources go. */
export const scope: AzureScope = {
    resourceGroupName: names.resourceGroup,
    location: "francecentral",
    tags,
};

/** Where the tests' private endpoints go. */
export const privateEndpoints: PrivateEndpoints = {
    subnetId: pulumi.output("endpoints-subnet"),
    zoneIds: {
        vault: pulumi.output("vault-zone"),
        registry: pulumi.output("registry-zone"),
        blob: pulumi.output("blob-zone"),
        monitor: pulumi.output("monitor-zone"),
        oms: pulumi.output("oms-zone"),
        ods: pulumi.output("ods-zone"),
        agentService: pulumi.output("agentService-zone"),
    },
};

/** The vault that the tests' workloads read. */
export const vaultAccess: VaultAccess = {
    ...scope,
    vaultName: names.vault,
    vaultId: "vault-id",
    tenantId: "tenant",
    subscriptionId: "subscription",
    oidcIssuerUrl: "https://issuer.example/",
};
