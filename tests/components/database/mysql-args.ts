import type { MySqlArgs } from "../../../components/database/mysql";
import { customerKey } from "../../support/customer-key";
import { names, privateEndpoints, scope, vaultAccess } from "../../support/scope";

export const args: MySqlArgs = {
    ...scope,
    names,
    subscriptionId: "subscription",
    sku: "Standard_D4ads_v5",
    storageGiB: 256,
    maintenance: { day: "Saturday", startTime: "01:30" },
    key: customerKey("database"),
    virtualNetworkId: "network-id",
    subnetId: "database-subnet",
    privateEndpoints,
    workspaceId: "workspace",
    archiveAccountId: "archive-id",
    vault: vaultAccess,
    images: {
        mariadb: `cr.azurecr.io/library/mariadb:11.8.8@sha256:${"0".repeat(64)}`,
        mysqldExporter: `cr.azurecr.io/prometheus/mysqld-exporter:v0.19.0@sha256:${"1".repeat(64)}`,
    },
    meshRevision: "asm-1-30",
    credentialsRotatedOn: "2026-11-01",
    protectData: false,
};
