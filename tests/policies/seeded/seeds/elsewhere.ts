import { added, copy, omit, type Seeds, set } from "../seed";
import { azure, DATABASE, kubernetes } from "../targets";

const rbacObject = (kind: string, name: string) => kubernetes(`rbac.authorization.k8s.io/v1:${kind}`, name);

const OBJECTS_READER = rbacObject("ClusterRole", "observability-kube-state-metrics");
const LOGS_READER = rbacObject("Role", "observability-log-agent-in-openmrs");

/** A parameter of the managed server. */
const parameter = (name: string) => azure("dbformysql:Configuration", `database-${name}`);

export const backup: Seeds = {
    "backup-instance-present": added,
    "backup-policy-retention": added,
    "backup-vault-confined": added,
    "backup-vault-customer-key": added,
    "backup-vault-protected": added,
    "backup-vault-region-eea": added,
};

export const compute: Seeds = {
    "disk-export-blocked": added,
    "managed-disk-customer-key": added,
    "virtual-machine-encryption-at-host": added,
    "virtual-machine-no-password": added,
    "virtual-machine-no-public-ip": added,
    "virtual-machine-trusted-launch": added,
};

export const database: Seeds = {
    "cosmos-backup-continuous": added,
    "cosmos-entra-only": added,
    "cosmos-firewall-narrow": added,
    "cosmos-region-eea": added,
    "database-admin-password-secret": set(DATABASE, "administratorLoginPassword", "written in the program"),
    "database-audit-log": set(parameter("audit_log_enabled"), "value", "OFF", DATABASE),
    "database-backup-region-eea": set(DATABASE, "location", "uksouth"),
    "database-backup-retention": set(DATABASE, "backup.backupRetentionDays", 7),
    "database-connections-logged": added,
    "database-customer-key": omit(DATABASE, "dataEncryption.geoBackupKeyURI"),
    "database-entra-only": copy(parameter("tls_version"), {
        configurationName: "aad_auth_only",
        value: "OFF",
    }),
    "database-firewall-narrow": added,
    "database-high-availability": set(DATABASE, "highAvailability.mode", "SameZone"),
    "database-not-public": set(DATABASE, "network.publicNetworkAccess", "Enabled"),
    "managed-database-tls": set(parameter("tls_version"), "value", "TLSv1.2,TLSv1.3"),
    "redis-encrypted-connections": added,
    "redis-entra-only": added,
    "sql-customer-key": added,
    "sql-data-encrypted": added,
    "sql-entra-only": added,
    "sql-server-auditing": added,
    "sql-threat-detection": added,
};

export const helm: Seeds = {
    "helm-chart-pinned": added,
    "helm-chart-source": added,
    "helm-release-checked": added,
    "helm-service-not-exposed": added,
    "helm-values-hardened": added,
    "helm-values-image": added,
    "helm-values-no-plain-secret": added,
    "manifest-source-local": added,
};

export const messaging: Seeds = {
    "event-webhook-authenticated": added,
    "messaging-customer-key": added,
    "messaging-entra-only": added,
    "messaging-key-rights": added,
    "messaging-not-public": added,
    "messaging-tls-version": added,
};

export const rbac: Seeds = {
    "rbac-least-privilege": set(OBJECTS_READER, "rules.0.verbs", ["*"]),
    "rbac-no-aggregation": set(OBJECTS_READER, "aggregationRule", {
        clusterRoleSelectors: [{ matchLabels: { reads: "objects" } }],
    }),
    "rbac-no-cluster-control": set(OBJECTS_READER, "rules.0.verbs", ["list", "watch", "patch"]),
    "rbac-no-escalation": set(OBJECTS_READER, "rules.0.verbs", ["list", "watch", "impersonate"]),
    "rbac-no-identity-minting": set(LOGS_READER, "rules.0", {
        apiGroups: [""],
        resources: ["serviceaccounts/token"],
        verbs: ["create"],
    }),
    "rbac-no-pod-commands": set(LOGS_READER, "rules.0", {
        apiGroups: [""],
        resources: ["pods/log", "pods/exec"],
        verbs: ["get"],
    }),
    "rbac-secrets-not-readable": set(OBJECTS_READER, "rules.0.resources", ["pods", "secrets"]),
    "rbac-subjects-named": set(
        rbacObject("RoleBinding", "observability-log-agent-in-openmrs"),
        "subjects.0",
        {
            kind: "Group",
            name: "system:serviceaccounts:observability",
        },
    ),
};

export const web: Seeds = {
    "web-app-cors-narrow": added,
    "web-app-https-only": added,
    "web-app-managed-identity": added,
    "web-app-no-backdoor": added,
    "web-app-not-public": added,
};
