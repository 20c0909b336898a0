import type { Edit } from "../support/workspace";

/** A change of the dev stack's values, and all that it may change. */
interface ValueChange {
    readonly title: string;
    /** In Pulumi.dev.yaml, from text to text. */
    readonly values: Readonly<Record<string, string>>;
    /** As a preview shows them. */
    readonly changes: readonly string[];
    /** Names of the generated passwords that give way to new ones. */
    readonly renewed?: readonly string[];
}

const AUDIT_TABLES = [
    "AGWAccessLogs",
    "AGWFirewallLogs",
    "AKSAudit",
    "AKSControlPlane",
    "AZFWApplicationRule",
    "AZFWDnsQuery",
    "AZFWIdpsSignature",
    "AZFWNetworkRule",
    "AZFWThreatIntel",
    "AZKVAuditLogs",
    "AzureActivity",
    "ContainerRegistryLoginEvents",
    "ContainerRegistryRepositoryEvents",
    "LAQueryLogs",
    "MicrosoftAzureBastionAuditLogs",
    "StorageBlobLogs",
];

/** A preview knows no output of a cluster that changes: it takes the issuer of its tokens for a new one. */
const ISSUER = [
    "alertmanager",
    "grafana",
    "log-collector",
    "mariadb",
    "observability-storage-loki",
    "observability-storage-tempo",
    "openmrs-backend",
    "openmrs-gateway",
].map((account) => `~ azure-native:managedidentity:FederatedIdentityCredential ${account}-federation`);

const SERVER_TLS = ["CertRequest", "LocallySignedCert", "PrivateKey"].flatMap((type) =>
    ["alertmanager", "mariadb"].map((server) => `${type} ${server}`),
);

/** Passwords that a rotation makes anew. */
const PASSWORDS = [
    "database-copy-password",
    "database-openmrs-password",
    "database-replication-password",
    "grafana-secret-key",
    "openmrs-admin-password",
];

export const VALUE_CHANGES: readonly ValueChange[] = [
    {
        title: "a larger node pool",
        values: { "maxCount: 4": "maxCount: 5" },
        changes: [
            "~ azure-native:containerservice:AgentPool cluster-general",
            // What runs on every node.
            "~ kubernetes:core/v1:ResourceQuota node-exporter-quota",
            "~ kubernetes:core/v1:ResourceQuota observability-quota",
        ],
    },
    {
        title: "logs kept longer",
        values: {
            "logRetentionDays: 180": "logRetentionDays: 200",
            "    retentionDays: 180": "    retentionDays: 200",
        },
        changes: [
            ...AUDIT_TABLES.map((table) => `~ azure-native:operationalinsights:Table logging-${table}`),
            "~ azure-native:network:FlowLog archive-flows",
            "~ azure-native:operationalinsights:Workspace logging",
            "~ azure-native:storage:ManagementPolicy archive-expiry",
            "~ azure-native:storage:StorageAccount archive",
        ],
    },
    {
        title: "one more centre",
        values: { "      - 192.0.2.0/24\n": "      - 192.0.2.0/24\n      - 198.51.100.0/24\n" },
        changes: ["~ azure-native:network:NetworkSecurityGroup network-edge-security"],
    },
    {
        title: "a larger budget",
        values: { "monthlyEuros: 1500": "monthlyEuros: 2000" },
        changes: ["~ azure-native:consumption:Budget governance-budget"],
    },
    {
        title: "longer maintenance windows",
        values: { "hours: 4": "hours: 6" },
        changes: [
            "~ azure-native:containerservice:MaintenanceConfiguration cluster-node-images",
            "~ azure-native:containerservice:MaintenanceConfiguration cluster-upgrades",
        ],
    },
    {
        title: "the next mesh",
        values: { "asm-1-30": "asm-1-31" },
        changes: [
            "~ azure-native:containerservice:ManagedCluster cluster",
            // Pods get the sidecar of the next revision when they start.
            "~ kubernetes:apps/v1:DaemonSet log-agent",
            "~ kubernetes:apps/v1:DaemonSet node-exporter",
            "~ kubernetes:apps/v1:Deployment blackbox-exporter",
            "~ kubernetes:apps/v1:Deployment grafana",
            "~ kubernetes:apps/v1:Deployment kube-state-metrics",
            "~ kubernetes:apps/v1:Deployment openmrs-frontend",
            "~ kubernetes:apps/v1:Deployment openmrs-gateway",
            "~ kubernetes:apps/v1:Deployment trace-collector",
            "~ kubernetes:apps/v1:StatefulSet alertmanager",
            "~ kubernetes:apps/v1:StatefulSet log-collector",
            "~ kubernetes:apps/v1:StatefulSet loki",
            "~ kubernetes:apps/v1:StatefulSet mariadb",
            "~ kubernetes:apps/v1:StatefulSet openmrs-backend",
            "~ kubernetes:apps/v1:StatefulSet prometheus",
            "~ kubernetes:apps/v1:StatefulSet tempo",
            "~ kubernetes:core/v1:Namespace database",
            "~ kubernetes:core/v1:Namespace node-exporter",
            "~ kubernetes:core/v1:Namespace observability",
            "~ kubernetes:core/v1:Namespace openmrs",
            ...ISSUER,
        ],
    },
    {
        title: "the next Kubernetes",
        values: { '"1.35"': '"1.36"' },
        changes: [
            "~ azure-native:containerservice:AgentPool cluster-database",
            "~ azure-native:containerservice:AgentPool cluster-general",
            "~ azure-native:containerservice:AgentPool cluster-media",
            "~ azure-native:containerservice:ManagedCluster cluster",
            ...ISSUER,
        ],
    },
    {
        title: "one more Defender plan",
        values: { "    - KeyVaults\n": "    - KeyVaults\n    - StorageAccounts\n" },
        changes: ["+ azure-native:security:Pricing governance-defender-StorageAccounts"],
    },
    {
        title: "a replica of the registry",
        values: { "replicaRegions: []": "replicaRegions: [francesouth]" },
        changes: [
            "+ azure-native:containerregistry:Replication registry-replica-francesouth",
            "~ azure-native:authorization:PolicyAssignment governance-allowed-regions",
        ],
    },
    {
        title: "a Bastion host",
        values: { "administratorSources: []": "administratorSources: [203.0.113.0/28]" },
        changes: [
            "+ audioprothese:network:Bastion network-bastion-host",
            "+ azure-native:monitor:DiagnosticSetting network-bastion-host-address-audit",
            "+ azure-native:monitor:DiagnosticSetting network-bastion-host-audit",
            "+ azure-native:monitor:DiagnosticSetting network-bastion-security-audit",
            "+ azure-native:network:BastionHost network-bastion-host",
            "+ azure-native:network:NetworkSecurityGroup network-bastion-security",
            "+ azure-native:network:PublicIPAddress network-bastion-host-address",
            "+ azure-native:network:Subnet network-bastion",
            "~ azure-native:network:NetworkSecurityGroup network-apiServer-security",
            "~ azure-native:network:NetworkSecurityGroup network-runners-security",
        ],
    },
    {
        title: "metrics kept longer",
        values: { "      retentionDays: 15\n": "      retentionDays: 30\n" },
        changes: ["~ kubernetes:apps/v1:StatefulSet prometheus"],
    },
    {
        title: "audit logs kept for less long",
        values: { "auditRetentionDays: 365": "auditRetentionDays: 300" },
        changes: [
            "~ azure-native:storage:ManagementPolicy observability-storage-expiry",
            "~ kubernetes:apps/v1:StatefulSet loki",
            "~ kubernetes:core/v1:ConfigMap loki-config",
        ],
    },
    {
        title: "traces kept longer, and fewer of them",
        values: {
            "      retentionDays: 7\n": "      retentionDays: 14\n",
            "samplePercent: 100": "samplePercent: 10",
        },
        changes: [
            "~ kubernetes:apps/v1:Deployment trace-collector",
            "~ kubernetes:apps/v1:StatefulSet tempo",
            "~ kubernetes:core/v1:ConfigMap tempo-config",
            "~ kubernetes:core/v1:ConfigMap trace-collector-config",
        ],
    },
    {
        title: "a centre to measure more",
        values: {
            "      paris-11: 192.0.2.64/26\n":
                "      paris-11: 192.0.2.64/26\n      nantes: 192.0.2.128/26\n",
        },
        changes: [
            "~ kubernetes:apps/v1:Deployment grafana",
            "~ kubernetes:apps/v1:Deployment trace-collector",
            "~ kubernetes:apps/v1:StatefulSet prometheus",
            "~ kubernetes:core/v1:ConfigMap grafana-dashboards-exploitation",
            "~ kubernetes:core/v1:ConfigMap prometheus-config",
            "~ kubernetes:core/v1:ConfigMap prometheus-rules",
            "~ kubernetes:core/v1:ConfigMap trace-collector-config",
        ],
    },
    {
        title: "the documentation elsewhere",
        values: {
            "https://documentation.audioprothese-plus.example": "https://docs.audioprothese-plus.example",
        },
        changes: [
            "~ kubernetes:apps/v1:Deployment grafana",
            "~ kubernetes:apps/v1:StatefulSet prometheus",
            "~ kubernetes:core/v1:ConfigMap grafana-dashboards-exploitation",
            "~ kubernetes:core/v1:ConfigMap grafana-dashboards-infrastructure",
            "~ kubernetes:core/v1:ConfigMap grafana-dashboards-securite",
            "~ kubernetes:core/v1:ConfigMap prometheus-rules",
        ],
    },
    {
        title: "more web servers",
        values: { "      min: 1\n      max: 1": "      min: 2\n      max: 2" },
        changes: [
            "+ kubernetes:policy/v1:PodDisruptionBudget openmrs-frontend",
            "+ kubernetes:policy/v1:PodDisruptionBudget openmrs-gateway",
            "~ kubernetes:apps/v1:Deployment openmrs-frontend",
            "~ kubernetes:apps/v1:Deployment openmrs-gateway",
            "~ kubernetes:core/v1:ResourceQuota openmrs-quota",
        ],
    },
    {
        title: "credentials of another day",
        values: { 'credentialsRotatedOn: "2026-11-01"': 'credentialsRotatedOn: "2027-11-01"' },
        changes: [
            ...SERVER_TLS.flatMap((server) => [
                `+ tls:index:${server}-server-2027-11-01`,
                `- tls:index:${server}-server-2026-11-01`,
            ]),
            ...PASSWORDS.flatMap((name) =>
                ["++", "+-", "--"].map((operation) => `${operation} random:index:RandomPassword ${name}`),
            ),
            // Of those that stay, the end of their year.
            ...[
                ...PASSWORDS,
                "alertmanager-authority",
                "alertmanager-certificate",
                "alertmanager-certificate-key",
                "mariadb-authority",
                "mariadb-certificate",
                "mariadb-certificate-key",
                "mariadb-encryption-key",
                "openmrs-encryption-key",
                "openmrs-encryption-vector",
            ].map((name) => `~ azure-native:keyvault:Secret ${name}`),
            "~ kubernetes:apps/v1:Deployment grafana",
            "~ kubernetes:apps/v1:StatefulSet alertmanager",
            "~ kubernetes:apps/v1:StatefulSet mariadb",
            "~ kubernetes:apps/v1:StatefulSet openmrs-backend",
            // The rule that asks for the next rotation.
            "~ kubernetes:apps/v1:StatefulSet prometheus",
            "~ kubernetes:core/v1:ConfigMap prometheus-rules",
        ],
        renewed: PASSWORDS,
    },
];

/** The edits of the stack's file. */
export const editsOf = (values: ValueChange["values"], file = "Pulumi.dev.yaml"): readonly Edit[] =>
    Object.entries(values).map(([from, to]) => ({ file, from, to }));
