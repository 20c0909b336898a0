import * as pulumi from "@pulumi/pulumi";
import type { ClusterArgs } from "../../../components/cluster/cluster";
import { customerKey } from "../../support/customer-key";
import { names, scope } from "../../support/scope";

/** A cluster of the tests. */
export const args: ClusterArgs = {
    ...scope,
    names,
    subscriptionId: "subscription",
    tenantId: "tenant",
    kubernetesVersion: "1.35",
    mesh: { revision: "asm-1-30" },
    maintenance: { clusterDay: "Saturday", nodesDay: "Sunday", startTime: "01:00", hours: 4 },
    adminGroups: ["group"],
    kubeLogin: "azurecli",
    systemPool: { vmSize: "Standard_D2ds_v5", count: 2 },
    nodePools: {
        general: { vmSize: "Standard_D4ds_v5", minCount: 1, maxCount: 4 },
        database: { vmSize: "Standard_E4ds_v5", minCount: 3, maxCount: 6 },
        media: { vmSize: "Standard_D8ds_v5", minCount: 0, maxCount: 2 },
    },
    plan: { podCidr: "172.16.0.0/14", serviceCidr: "192.168.0.0/20", dnsServiceIp: "192.168.0.10" },
    network: {
        nodesSubnetId: pulumi.output("nodes-subnet"),
        apiServerSubnetId: pulumi.output("api-server-subnet"),
        outboundType: "userDefinedRouting",
        routeTableId: pulumi.output("route-table"),
    },
    vaultId: "vault-id",
    keys: { disks: customerKey("disks"), database: customerKey("database"), etcd: customerKey("etcd") },
    registryId: "registry-id",
    workspaceId: "workspace-id",
    protectData: false,
};
