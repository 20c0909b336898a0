import * as assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { MariaDb, type MariaDbArgs } from "../../../components/database/mariadb";
import { serverConfig } from "../../../components/database/server-config";
import { placedOn } from "../../../components/kubernetes/placement";
import { rules } from "../../../policies/catalogue";
import { evaluate, secret } from "../../support/evaluate";
import { all, only, recorded, settled, startRecording } from "../../support/recorder";
import { vaultAccess } from "../../support/scope";

const image = (name: string) => `cr.azurecr.io/${name}:1@sha256:${"0".repeat(64)}`;

const args: MariaDbArgs = {
    images: { mariadb: image("library/mariadb"), mysqldExporter: image("prometheus/mysqld-exporter") },
    primary: 0,
    compute: { cpu: "1", memory: "2Gi" },
    storage: { sizeGiB: 20, storageClass: "zrs", protect: false },
    meshRevision: "asm-1-30",
    credentialsRotatedOn: "2026-11-01",
    vault: vaultAccess,
    identityName: "id-mariadb",
    protectData: false,
};

async function record(changes: Partial<MariaDbArgs> = {}): Promise<MariaDb> {
    await startRecording();
    const database = new MariaDb("database", { ...args, ...changes });
    await settled();
    return database;
}

interface Container {
    readonly name: string;
    readonly image: string;
    readonly command?: readonly string[];
    readonly env: readonly { readonly name: string; readonly value: string }[];
    readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
}
interface SetSpec {
    readonly replicas: number;
    readonly podManagementPolicy: string;
    readonly template: {
        readonly metadata: { readonly annotations: Readonly<Record<string, string>> };
        readonly spec: Readonly<Record<"nodeSelector" | "tolerations" | "priorityClassName", unknown>> & {
            readonly containers: readonly Container[];
            readonly initContainers: readonly Container[];
        };
    };
}

const setSpec = () => only("kubernetes:apps/v1:StatefulSet", "mariadb").inputs.spec as SetSpec;
const podSpec = () => setSpec().template.spec;
const configHash = () => setSpec().template.metadata.annotations["audioprothese/config-sha256"];
const files = () =>
    only("kubernetes:core/v1:ConfigMap", "mariadb-config").inputs.data as Record<string, string>;

/** Name and value of each secret of the vault. */
const secrets = () =>
    Object.fromEntries(
        all("azure-native:keyvault:Secret").map(({ inputs }) => [
            String(inputs.secretName),
            (inputs.properties as { value: unknown }).value,
        ]),
    );

describe("MariaDb", () => {
    let database: MariaDb;

    beforeEach(async () => {
        database = await record();
    });

    it("runs two servers on nodes of their own, which nobody pushes out, and replaces one whatever the other does", () => {
        const { nodeSelector, tolerations, priorityClassName } = podSpec();
        assert.deepEqual({ nodeSelector, tolerations }, placedOn("database"));
        assert.equal(priorityClassName, "audioprothese-critical");
        assert.deepEqual([setSpec().replicas, setSpec().podManagementPolicy], [2, "Parallel"]);
        only("kubernetes:policy/v1:PodDisruptionBudget", "mariadb");
    });

    it("keeps each password, the certificate and the data's key in the vault, and in no Secret of the cluster", () => {
        assert.deepEqual(secrets(), {
            "database-openmrs-password": "database-openmrs-password-value",
            "database-replication-password": "database-replication-password-value",
            "database-copy-password": "database-copy-password-value",
            "mariadb-encryption-key": `1;${createHash("sha256").update("mariadb-encryption-key-value").digest("hex")}`,
            "mariadb-authority": "mariadb-authority-certificate",
            "mariadb-certificate": "mariadb-server-2026-11-01-certificate",
            "mariadb-certificate-key": "mariadb-server-2026-11-01-key",
        });
        assert.deepEqual(all("kubernetes:core/v1:Secret"), []);
    });

    it("gives the servers every secret as a file of its name", () => {
        const { spec } = only("kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass").inputs as {
            spec: { parameters: { objects: string } };
        };
        const { array } = JSON.parse(spec.parameters.objects) as { array: readonly string[] };
        const objects = array.map((each) => JSON.parse(each) as Record<"objectName" | "objectAlias", string>);
        assert.deepEqual(objects.map(({ objectAlias }) => objectAlias).sort(), Object.keys(secrets()).sort());
        assert.ok(objects.every(({ objectName, objectAlias }) => objectName === objectAlias));
    });

    it("has no password in an environment or a configuration file", () => {
        const environment = [...podSpec().initContainers, ...podSpec().containers].flatMap(({ env }) => env);
        assert.deepEqual(environment, [
            { name: "PRIMARY", value: "0" },
            { name: "SERVICE", value: "mariadb.database.svc.cluster.local" },
        ]);
        assert.doesNotMatch(JSON.stringify(files()), /-password-value/);
    });

    it("makes new passwords and a new key of the server on another day, starts the pods anew, and keeps the data's key", async () => {
        const before = configHash();
        const keepersOf = () =>
            Object.fromEntries(
                all("random:index/randomPassword:RandomPassword").map(({ name, inputs }) => [
                    name,
                    inputs.keepers,
                ]),
            );
        const keepers = (rotatedOn: string) => ({
            "database-openmrs-password": { rotatedOn },
            "database-replication-password": { rotatedOn },
            "database-copy-password": { rotatedOn },
            "mariadb-encryption-key": undefined,
        });
        assert.deepEqual(keepersOf(), keepers("2026-11-01"));
        await record({ credentialsRotatedOn: "2027-10-01" });
        assert.notEqual(configHash(), before);
        assert.deepEqual(keepersOf(), keepers("2027-10-01"));
        assert.equal(secrets()["mariadb-certificate-key"], "mariadb-server-2027-10-01-key");
        assert.equal(secrets()["mariadb-authority"], "mariadb-authority-certificate");
    });

    it("is known by the names of its service and of each replica, under an authority of ten years", () => {
        const { dnsNames } = only("tls:index/certRequest:CertRequest").inputs;
        assert.deepEqual(dnsNames, [
            "mariadb.database.svc.cluster.local",
            "mariadb-0.mariadb.database.svc.cluster.local",
            "mariadb-1.mariadb.database.svc.cluster.local",
        ]);
        const { isCaCertificate, maxPathLength, validityPeriodHours } = only(
            "tls:index/selfSignedCert:SelfSignedCert",
        ).inputs;
        assert.deepEqual(
            { isCaCertificate, maxPathLength, validityPeriodHours },
            { isCaCertificate: true, maxPathLength: 0, validityPeriodHours: 87_600 },
        );
        assert.equal(only("tls:index/locallySignedCert:LocallySignedCert").inputs.validityPeriodHours, 9600);
    });

    it("prepares each server before it starts, then starts it with its role and its accounts", () => {
        const [prepare] = podSpec().initContainers;
        assert.deepEqual(prepare?.command, ["bash", "/etc/audioprothese/prepare.sh"]);
        const [server] = podSpec().containers;
        assert.deepEqual(server?.command, ["bash", "/etc/audioprothese/start.sh"]);
        assert.match(
            files()["start.sh"] ?? "",
            /^exec mariadbd --defaults-extra-file="\$run\/role\.cnf" --init-file="\$run\/init\.sql"$/m,
        );
        assert.equal(files()["platform.cnf"], serverConfig("2Gi"));
    });

    it("sends clients to the primary, and Prometheus to both", async () => {
        const access = (replica: number) => ({
            openmrs: {
                server: { namespace: "database", workload: "mariadb", port: 3306, replica },
                engine: "mariadb",
                databaseName: "openmrs",
                userName: "openmrs",
                passwordSecret: "database-openmrs-password",
                authoritySecret: "mariadb-authority",
            },
        });
        assert.deepEqual(database.access, access(0));
        assert.deepEqual(database.metrics, {
            mariadb: { namespace: "database", workload: "mariadb", port: 9104 },
        });
        const before = configHash();
        const promoted = await record({ primary: 1 });
        assert.deepEqual(promoted.access, access(1));
        assert.equal(podSpec().initContainers[0]?.env[0]?.value, "1");
        assert.equal(configHash(), before);
    });

    it("lets the servers reach one another, and nothing else", () => {
        assert.deepEqual(
            all("kubernetes:networking.k8s.io/v1:NetworkPolicy").map(({ name }) => name),
            [
                "database-default-deny",
                "database-mesh",
                "database-dns",
                "mariadb-to-mariadb-3306",
                "mariadb-3306-from-mariadb",
            ],
        );
    });

    it("satisfies every rule of the policy packs that judges one resource", () => {
        // What the generators make is a secret; the recorder does not tell.
        const asSent = (inputs: object) =>
            JSON.parse(JSON.stringify(inputs), (_, each: unknown) =>
                typeof each === "string" && /(-password-value|-key)$|^1;/.test(each) ? secret(each) : each,
            ) as Record<string, unknown>;
        // The recorder's ids are no paths.
        const ofIds = "role-assignment-narrow-scope";
        const found = recorded().flatMap(({ type, name, inputs }) =>
            rules
                .filter(({ id }) => id !== ofIds)
                .filter((rule) => rule.kind === "resource")
                .map((rule) => ({ rule: rule.id, name, ...evaluate(rule, type, asSent(inputs)) }))
                .filter(({ status }) => status === "violation" || status === "undecided"),
        );
        assert.deepEqual(found, []);
    });
});

describe("serverConfig", () => {
    it("accepts TLS 1.3 and nothing else", () => {
        assert.match(serverConfig("2Gi"), /^require_secure_transport = ON\ntls_version = TLSv1\.3$/m);
    });

    it("caches tables in half of the memory", () => {
        assert.match(serverConfig("2Gi"), /^innodb_buffer_pool_size = 1024M$/m);
        assert.match(serverConfig("513Mi"), /^innodb_buffer_pool_size = 256M$/m);
    });
});
