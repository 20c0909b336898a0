import { parentTypesOf, typeOfUrn } from "../../policies/urn";
import type { Report } from "../model";

/** The file that declares each component of the program. */
export const COMPONENT_FILES: ReadonlyMap<string, string> = new Map(
    Object.entries({
        "audioprothese:archive:Archive": "components/archive/archive.ts",
        "audioprothese:archive:ClusterAuditWriter": "components/archive/cluster-audit.ts",
        "audioprothese:archive:FlowLogs": "components/archive/flow-logs.ts",
        "audioprothese:archive:PrivateStorage": "components/archive/private-storage.ts",
        "audioprothese:cluster:Cluster": "components/cluster/cluster.ts",
        "audioprothese:cluster:ClusterIdentities": "components/cluster/cluster-identities.ts",
        "audioprothese:cluster:DiskEncryption": "components/cluster/disk-encryption.ts",
        "audioprothese:database:MariaDb": "components/database/mariadb.ts",
        "audioprothese:database:MySql": "components/database/mysql.ts",
        "audioprothese:edge:Edge": "components/edge/edge.ts",
        "audioprothese:edge:MeshRoute": "components/edge/mesh-route.ts",
        "audioprothese:governance:DeleteLocks": "components/governance/delete-locks.ts",
        "audioprothese:governance:Governance": "components/governance/governance.ts",
        "audioprothese:identity:WorkloadIdentity": "components/identity/workload-identity.ts",
        "audioprothese:key-vault:BackupKey": "components/key-vault/backup-key.ts",
        "audioprothese:key-vault:EncryptionIdentity": "components/key-vault/encryption-identity.ts",
        "audioprothese:key-vault:KeyVault": "components/key-vault/key-vault.ts",
        "audioprothese:key-vault:VaultReader": "components/key-vault/vault-reader.ts",
        "audioprothese:kubernetes:Namespace": "components/kubernetes/namespace.ts",
        "audioprothese:kubernetes:Task": "components/kubernetes/task.ts",
        "audioprothese:kubernetes:Workload": "components/kubernetes/workload.ts",
        "audioprothese:logging:Logging": "components/logging/logging.ts",
        "audioprothese:logging:PrivateIngestion": "components/logging/private-ingestion.ts",
        "audioprothese:network:Bastion": "components/network/bastion.ts",
        "audioprothese:network:FirewallEgress": "components/network/firewall.ts",
        "audioprothese:network:NatEgress": "components/network/nat-gateway.ts",
        "audioprothese:network:Network": "components/network/network.ts",
        "audioprothese:network:PrivateDns": "components/network/private-dns.ts",
        "audioprothese:network:PrivateLink": "components/network/private-link.ts",
        "audioprothese:observability:Observability": "components/observability/observability.ts",
        "audioprothese:observability:TelemetryStorage": "components/observability/telemetry-storage.ts",
        "audioprothese:openmrs:OpenMrs": "components/openmrs/openmrs.ts",
        "audioprothese:registry:ImageCache": "components/registry/image-cache.ts",
        "audioprothese:registry:Registry": "components/registry/registry.ts",
    }),
);

/**
 * The file where a reader best starts: that of the outermost component which holds the resource, for it chooses the
 * settings; the program's own for what stands outside components. Another program's is unknown.
 */
export function fileOf(urn: string, { architecture }: Pick<Report, "architecture">): string {
    const holders = [...parentTypesOf(urn), typeOfUrn(urn)];
    const file = holders.map((type) => COMPONENT_FILES.get(type)).find((known) => known !== undefined);
    return file ?? (architecture === undefined ? "Pulumi.yaml" : "index.ts");
}
