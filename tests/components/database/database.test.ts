import * as assert from "node:assert/strict";
import { Database } from "../../../components/database/database";
import { EXPORTER_CONFIG, serverConfig } from "../../../components/database/server-config";
import { placedOn } from "../../../components/kubernetes/placement";
import { all, only, settled, startRecording } from "../../support/recorder";

interface Container {
    readonly name: string;
    readonly env: readonly { readonly name: string; readonly value?: string }[];
    readonly ports: unknown;
}

describe("Database", () => {
    let database: Database;
    let containers: readonly Container[];

    beforeEach(async () => {
        await startRecording();
        database = new Database("database", {
            image: "r/mariadb@sha256:0",
            exporterImage: "r/exporter@sha256:0",
            compute: { cpu: "1", memory: "2Gi" },
            storage: { sizeGiB: 20, storageClass: "zrs", protect: false },
            protectData: false,
        });
        await settled();
        const { inputs } = only("kubernetes:apps/v1:StatefulSet", "mariadb");
        containers = (inputs.spec as { template: { spec: { containers: Container[] } } }).template.spec
            .containers;
    });

    it("has nodes of its own", () => {
        const { inputs } = only("kubernetes:apps/v1:StatefulSet", "mariadb");
        const { nodeSelector, tolerations } = (
            inputs.spec as { template: { spec: Record<"nodeSelector" | "tolerations", unknown> } }
        ).template.spec;
        assert.deepEqual({ nodeSelector, tolerations }, placedOn("database"));
    });

    it("generates each password, long enough that nobody guesses it", () => {
        assert.deepEqual(
            all("random:index/randomPassword:RandomPassword").map(({ name, inputs }) => [
                name,
                inputs.length,
                inputs.special,
            ]),
            [
                ["database-password", 32, false],
                ["database-root-password", 32, false],
            ],
        );
    });

    it("keeps the passwords in a Secret, as secrets", () => {
        const { inputs } = only("kubernetes:core/v1:Secret");
        assert.deepEqual(inputs.metadata, { name: "mariadb-credentials", namespace: "database" });
        assert.deepEqual(inputs.stringData, {
            secret: {
                password: "database-password-value",
                "root-password": "database-root-password-value",
            },
        });
    });

    it("gives the server its passwords as files, never in its environment", () => {
        const environment = Object.fromEntries(
            (containers[0]?.env ?? []).map(({ name, value }) => [name, value]),
        );
        assert.deepEqual(environment, {
            MARIADB_DATABASE: "openmrs",
            MARIADB_USER: "openmrs",
            MARIADB_PASSWORD_FILE: "/run/secrets/mariadb/password",
            MARIADB_ROOT_PASSWORD_FILE: "/run/secrets/mariadb/root-password",
            MARIADB_ROOT_HOST: "localhost",
            MARIADB_MYSQL_LOCALHOST_USER: "1",
            MARIADB_MYSQL_LOCALHOST_GRANTS: "PROCESS, REPLICA MONITOR",
            MARIADB_AUTO_UPGRADE: "1",
        });
    });

    it("configures server and exporter by files", () => {
        assert.deepEqual(
            all("kubernetes:core/v1:ConfigMap").map(({ inputs }) => inputs.data),
            [{ "platform.cnf": serverConfig("2Gi") }, { "my.cnf": EXPORTER_CONFIG }],
        );
    });

    it("tells where clients and Prometheus connect", () => {
        assert.deepEqual(database.endpoint, { namespace: "database", workload: "mariadb", port: 3306 });
        assert.deepEqual(database.metrics, { namespace: "database", workload: "mariadb", port: 9104 });
        assert.deepEqual(
            containers.map(({ name, ports }) => [name, ports]),
            [
                ["mariadb", [{ name: "mysql", containerPort: 3306 }]],
                ["exporter", [{ name: "metrics", containerPort: 9104 }]],
            ],
        );
    });
});

describe("serverConfig", () => {
    it("accepts TLS 1.3 and nothing else", () => {
        const lines = serverConfig("2Gi").split("\n");
        assert.deepEqual(lines.slice(0, 3), [
            "[mariadbd]",
            "require_secure_transport = ON",
            "tls_version = TLSv1.3",
        ]);
    });

    it("caches tables in half of the memory", () => {
        assert.match(serverConfig("2Gi"), /^innodb_buffer_pool_size = 1024M$/m);
        assert.match(serverConfig("513Mi"), /^innodb_buffer_pool_size = 256M$/m);
    });
});
