import { added, omit, type Seeds, set } from "./seed";
import { azure, kubernetes, CLUSTER, FRONTEND, NAMESPACE, REGISTRY } from "./targets";

export const registry: Seeds = {
    "container-registry-arm-tokens-refused": set(
        REGISTRY,
        "policies.azureADAuthenticationAsArmPolicy.status",
        "enabled",
    ),
    "container-registry-cache-source-known": set(
        azure("containerregistry:CacheRule", "registry-cache-library-mariadb"),
        "sourceRepository",
        "registry.example/library/mariadb",
    ),
    "container-registry-customer-key": omit(REGISTRY, "encryption"),
    "container-registry-images-controlled": set(REGISTRY, "policies.exportPolicy.status", "enabled"),
    "container-registry-private": set(REGISTRY, "adminUserEnabled", true),
    "container-registry-scope-map-narrow": added,
    "container-registry-token-expires": added,
    "container-registry-untagged-purged": set(REGISTRY, "policies.retentionPolicy.status", "disabled"),
    "container-registry-webhook-https": added,
    "container-registry-zone-redundant": set(REGISTRY, "zoneRedundancy", "Disabled"),
};

export const secret: Seeds = {
    "env-no-plain-secret": set(FRONTEND, "spec.template.spec.containers.0.env.3", {
        name: "DB_PASSWORD",
        value: "hunter2",
    }),
    "metadata-no-plain-secret": set(NAMESPACE, "metadata.annotations", { password: "hunter2-and-more" }),
    "secret-data-declared-secret": set(kubernetes("core/v1:Secret", "database-credentials"), "stringData", {
        password: "hunter2",
    }),
    "web-app-no-plain-setting": added,
};

export const web: Seeds = {
    "web-app-cors-narrow": added,
    "web-app-https-only": added,
    "web-app-managed-identity": added,
    "web-app-no-backdoor": added,
    "web-app-not-public": added,
};

export const messaging: Seeds = {
    "event-webhook-authenticated": added,
    "messaging-customer-key": added,
    "messaging-entra-only": added,
    "messaging-key-rights": added,
    "messaging-not-public": added,
    "messaging-tls-version": added,
};

export const compute: Seeds = {
    "disk-export-blocked": added,
    "managed-disk-customer-key": added,
    "virtual-machine-encryption-at-host": added,
    "virtual-machine-no-password": added,
    "virtual-machine-no-public-ip": added,
    "virtual-machine-trusted-launch": added,
};

export const backup: Seeds = {
    "backup-instance-present": added,
    "backup-policy-retention": added,
    "backup-vault-confined": added,
    "backup-vault-customer-key": added,
    "backup-vault-protected": added,
    "backup-vault-region-eea": added,
};

export const database: Seeds = {
    "cosmos-backup-continuous": added,
    "cosmos-entra-only": added,
    "cosmos-firewall-narrow": added,
    "cosmos-region-eea": added,
    "database-admin-password-secret": set(CLUSTER, "windowsProfile", {
        adminUsername: "operator",
        adminPassword: "written in the program",
    }),
    "database-audit-log": added,
    "database-backup-region-eea": added,
    "database-backup-retention": added,
    "database-connections-logged": added,
    "database-customer-key": added,
    "database-entra-only": added,
    "database-firewall-narrow": added,
    "database-high-availability": added,
    "database-not-public": added,
    "managed-database-tls": added,
    "redis-encrypted-connections": added,
    "redis-entra-only": added,
    "sql-customer-key": added,
    "sql-data-encrypted": added,
    "sql-entra-only": added,
    "sql-server-auditing": added,
    "sql-threat-detection": added,
};
