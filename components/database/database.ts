import * as pulumi from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword";
import { Secret } from "../kubernetes/api";
import type { Endpoint } from "../kubernetes/flows";
import { Namespace } from "../kubernetes/namespace";
import type { Compute } from "../kubernetes/pod";
import { type Storage, Workload } from "../kubernetes/workload";
import { EXPORTER_CONFIG, serverConfig } from "./server-config";

/** User and group "mysql" of the image. */
const MYSQL = 999;

export interface DatabaseArgs {
    /** Image of the server, MariaDB 11.4 or newer (see serverConfig). */
    readonly image: string;
    readonly exporterImage: string;
    readonly compute: Compute;
    readonly storage: Storage;

    /** Whether Pulumi refuses to delete the credentials and the namespace, and with it the data. */
    readonly protectData: boolean;
}

/** The medical record's MariaDB: TLS 1.3 only, generated passwords, metrics through the server's socket. */
export class Database extends pulumi.ComponentResource {
    /** Where clients connect. */
    public readonly endpoint: Endpoint;

    /** Where Prometheus finds the server's metrics. */
    public readonly metrics: Endpoint;

    /** Name of the database. */
    public readonly databaseName = "openmrs";

    /** The account that owns the database. */
    public readonly userName = "openmrs";

    /** Password of `userName`; secret. */
    public readonly password: pulumi.Output<string>;

    constructor(name: string, args: DatabaseArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:database:Database", name, {}, opts);

        const namespace = new Namespace(name, { parent: this, protect: args.protectData });
        const inNamespace = { parent: this, dependsOn: namespace };

        const generate = (suffix: string) =>
            new RandomPassword(
                `${name}-${suffix}`,
                { length: 32, special: false },
                { parent: this, protect: args.protectData },
            ).result;
        this.password = generate("password");
        const credentials = new Secret(
            `${name}-credentials`,
            {
                metadata: { name: "mariadb-credentials", namespace: namespace.namespace },
                stringData: { password: this.password, "root-password": generate("root-password") },
            },
            inNamespace,
        );

        const probe = {
            exec: { command: ["healthcheck.sh", "--connect", "--innodb_initialized"] },
            periodSeconds: 10,
            timeoutSeconds: 5,
        };
        const exporterProbe = { httpGet: { path: "/", port: "metrics" } };
        const server = new Workload(
            "mariadb",
            {
                namespace: namespace.namespace,
                replicas: 1,
                pool: "database",
                user: { uid: MYSQL, gid: MYSQL, fsGroup: MYSQL },
                storage: args.storage,
                // Long enough to write what the buffer pool holds.
                shutdownSeconds: 120,
                // Past the startup probe's own ten minutes.
                startupMinutes: 15,
                volumes: {
                    config: { kind: "files", files: { "platform.cnf": serverConfig(args.compute.memory) } },
                    "exporter-config": { kind: "files", files: { "my.cnf": EXPORTER_CONFIG } },
                    credentials: { kind: "secret", secretName: "mariadb-credentials" },
                    socket: { kind: "scratch", sizeMiB: 16 },
                    temporary: { kind: "scratch", sizeMiB: 1024 },
                },
                containers: {
                    mariadb: {
                        image: args.image,
                        compute: args.compute,
                        ports: { mysql: 3306 },
                        env: {
                            // Read at the first start, when there is no data yet; a later password needs ALTER USER.
                            MARIADB_DATABASE: this.databaseName,
                            MARIADB_USER: this.userName,
                            MARIADB_PASSWORD_FILE: "/run/secrets/mariadb/password",
                            MARIADB_ROOT_PASSWORD_FILE: "/run/secrets/mariadb/root-password",
                            // No administrator from outside the pod.
                            MARIADB_ROOT_HOST: "localhost",
                            // For the exporter: counters of the server, no table.
                            MARIADB_MYSQL_LOCALHOST_USER: "1",
                            MARIADB_MYSQL_LOCALHOST_GRANTS: "PROCESS, REPLICA MONITOR",
                            MARIADB_AUTO_UPGRADE: "1",
                        },
                        mounts: {
                            "/var/lib/mysql": "data",
                            "/etc/mysql/conf.d": "config",
                            "/run/secrets/mariadb": "credentials",
                            "/run/mysqld": "socket",
                            "/tmp": "temporary",
                        },
                        // The first start creates the system tables, a restart may have to replay the log.
                        startup: { ...probe, failureThreshold: 60 },
                        readiness: probe,
                        liveness: { ...probe, failureThreshold: 6 },
                    },
                    exporter: {
                        image: args.exporterImage,
                        args: ["--config.my-cnf=/etc/mysqld-exporter/my.cnf"],
                        compute: { cpu: "50m", memory: "64Mi" },
                        ports: { metrics: 9104 },
                        mounts: { "/etc/mysqld-exporter": "exporter-config", "/run/mysqld": "socket" },
                        readiness: exporterProbe,
                        liveness: exporterProbe,
                    },
                },
            },
            { parent: this, dependsOn: [namespace, credentials] },
        );

        this.endpoint = server.endpoint("mysql");
        this.metrics = server.endpoint("metrics");
        this.registerOutputs({ endpoint: this.endpoint, metrics: this.metrics });
    }
}
