import { dirname } from "node:path";
import { vaultFilesOf } from "../key-vault/vault-reader";
import { serviceOf } from "../kubernetes/flows";
import type { WorkloadArgs } from "../kubernetes/workload-args";
import { auditContainer } from "./audit";
import { exporterContainer } from "./exporter";
import type { MariaDbArgs } from "./mariadb";
import { AUDIT_LOG, DISK, MYSQL, ROLE, SETUP, SOCKET, VAULT } from "./places";
import { SETUP_FILES } from "./replication";
import { EXPORTER_CONFIG, serverConfig } from "./server-config";

const PORT = 3306;

/** The two servers, with what makes them ready and what writes their audit log out. */
export function mariaDbWorkload({
    namespace,
    name,
    images,
    primary,
    compute,
    storage,
    credentialsRotatedOn,
}: Pick<MariaDbArgs, "images" | "primary" | "compute" | "storage" | "credentialsRotatedOn"> & {
    readonly namespace: string;
    readonly name: string;
}): WorkloadArgs {
    const probe = {
        exec: { command: ["healthcheck.sh", "--connect", "--innodb_initialized"] },
        periodSeconds: 10,
        timeoutSeconds: 5,
    };
    const mounts = {
        [DISK]: "data",
        "/etc/mysql/conf.d/platform.cnf": "config/platform.cnf",
        [ROLE]: "role",
        [VAULT]: "vault",
        [dirname(SOCKET)]: "socket",
        [dirname(AUDIT_LOG)]: "audit",
        "/tmp": "temporary",
        [SETUP]: "config",
    };
    return {
        name,
        namespace,
        replicas: 2,
        pool: "database",
        priority: "critical",
        user: { uid: MYSQL, gid: MYSQL, fsGroup: MYSQL },
        storage,
        revision: credentialsRotatedOn,
        connectsTo: [
            {
                to: { namespace, workload: name, port: PORT },
                purpose: "Suivre le serveur principal, ou le copier sur un disque vide",
            },
        ],
        // Long enough to write what the buffer pool holds.
        shutdownSeconds: 120,
        // A copy of the other replica comes before the startup probe's own ten minutes.
        startupMinutes: 60,
        volumes: {
            config: {
                kind: "files",
                files: { "platform.cnf": serverConfig(compute.memory), ...SETUP_FILES },
            },
            "exporter-config": { kind: "files", files: { "my.cnf": EXPORTER_CONFIG } },
            vault: { kind: "vault", secretProviderClass: vaultFilesOf(name) },
            role: { kind: "memory", sizeMiB: 1 },
            audit: { kind: "memory", sizeMiB: 16 },
            socket: { kind: "scratch", sizeMiB: 16 },
            temporary: { kind: "scratch", sizeMiB: 1024 },
        },
        initContainers: {
            prepare: {
                image: images.mariadb,
                command: ["bash", `${SETUP}/prepare.sh`],
                env: { PRIMARY: primary.toString(), SERVICE: serviceOf({ namespace, workload: name }) },
                compute,
                mounts,
            },
        },
        containers: {
            mariadb: {
                image: images.mariadb,
                command: ["bash", `${SETUP}/start.sh`],
                compute,
                ports: { mysql: PORT },
                mounts,
                // A restart may have to replay the log.
                startup: { ...probe, failureThreshold: 60 },
                readiness: probe,
                liveness: { ...probe, failureThreshold: 6 },
            },
            exporter: {
                ...exporterContainer("mariadb", images.mysqldExporter, "/etc/mysqld-exporter/my.cnf"),
                mounts: { "/etc/mysqld-exporter": "exporter-config", [dirname(SOCKET)]: "socket" },
            },
            audit: auditContainer(images.mariadb),
        },
    };
}
