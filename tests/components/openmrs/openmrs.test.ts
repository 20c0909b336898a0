import * as assert from "node:assert/strict";
import type { OpenMrs } from "../../../components/openmrs/openmrs";
import { all, only } from "../../support/recorder";
import {
    create,
    DEPLOYMENT,
    environmentOf,
    filesOf,
    podOf,
    SECRET,
    SERVER,
    templateOf,
    vaultFilesOf,
} from "./reading";
import { release } from "./sample";

const URL =
    "jdbc:mariadb://mariadb-0.mariadb.database.svc.cluster.local:3306/openmrs?useMysqlMetadata=true&sslMode=verify-full" +
    "&serverSslCert=/run/secrets/vault/database-authority.pem&enabledSslProtocolSuites=TLSv1.3";

describe("OpenMrs", () => {
    let openmrs: OpenMrs;

    before(async () => {
        openmrs = await create(release);
    });

    it("runs one backend, and as many gateways and frontends as it is told", () => {
        const replicas = [...all(SERVER), ...all(DEPLOYMENT)]
            .map(({ name, inputs }) => [name, (inputs.spec as { replicas: number }).replicas])
            .sort();
        assert.deepEqual(replicas, [
            ["openmrs-backend", 1],
            ["openmrs-frontend", 2],
            ["openmrs-gateway", 2],
        ]);
        assert.deepEqual(all("kubernetes:autoscaling/v2:HorizontalPodAutoscaler"), []);
    });

    it("has gateways and frontends follow the load where their bounds differ", async () => {
        await create({ ...release, webReplicas: { min: 3, max: 10 } });
        const bounds = all("kubernetes:autoscaling/v2:HorizontalPodAutoscaler").map(({ name, inputs }) => {
            const { minReplicas, maxReplicas } = inputs.spec as Record<string, number>;
            return [name, minReplicas, maxReplicas];
        });
        assert.deepEqual(bounds.sort(), [
            ["openmrs-frontend", 3, 10],
            ["openmrs-gateway", 3, 10],
        ]);
        await create(release);
    });

    it("tells where requests go in: to the one server that speaks TLS", () => {
        assert.deepEqual(openmrs.entry, { namespace: "openmrs", workload: "openmrs-gateway", port: 8443 });
        assert.match(filesOf("openmrs-gateway-config")["nginx.conf"] ?? "", /listen 8443 ssl;/);
    });

    it("runs the backend under group 0, as its image wants, and not as root", () => {
        assert.deepEqual(podOf(SERVER, "openmrs-backend").securityContext, {
            runAsNonRoot: true,
            runAsUser: 1001,
            runAsGroup: 0,
            fsGroup: 1001,
            fsGroupChangePolicy: "OnRootMismatch",
            seccompProfile: { type: "RuntimeDefault" },
        });
    });

    it("tells the backend how to run and where its database is, and no secret", () => {
        const ofServer = Object.entries(environmentOf(SERVER)).filter(([name]) => name.startsWith("OMRS_"));
        assert.deepEqual(Object.fromEntries(ofServer), {
            OMRS_HOME: "/run/openmrs",
            OMRS_INSTALL_METHOD: "auto",
            OMRS_CREATE_TABLES: "true",
            OMRS_HAS_CURRENT_OPENMRS_DATABASE: "true",
            OMRS_AUTO_UPDATE_DATABASE: "true",
            OMRS_EXTRA_AUTO__UPDATE__DATABASE: "true",
            OMRS_MODULE_WEB_ADMIN: "false",
            OMRS_EXTRA_MODULE_ALLOW__WEB__ADMIN: "false",
            OMRS_ADMIN_PASSWORD_LOCKED: "true",
            OMRS_JAVA_MEMORY_OPTS:
                "-javaagent:/agent/opentelemetry-javaagent.jar -XX:MaxRAMPercentage=65 -XX:+ExitOnOutOfMemoryError",
            OMRS_DB: "mariadb",
            OMRS_DB_HOSTNAME: "mariadb-0.mariadb.database.svc.cluster.local",
            OMRS_DB_PORT: "3306",
            OMRS_DB_NAME: "openmrs",
            OMRS_DB_URL: URL,
            OMRS_DB_USERNAME: "openmrs",
            OMRS_EXTRA_CONNECTION_URL: URL,
            OMRS_EXTRA_CONNECTION_USERNAME: "openmrs",
            OMRS_EXTRA_CONNECTION_DRIVER__CLASS: "org.mariadb.jdbc.Driver",
            OMRS_EXTRA_HIBERNATE_DIALECT: "org.hibernate.dialect.MariaDBDialect",
        });
    });

    it("reads every secret from a file at each start, the stored ones included", () => {
        assert.deepEqual(
            (filesOf("openmrs-backend-platform")["start.sh"] ?? "")
                .split("\n")
                .filter((line) => line.includes("cat ")),
            [
                'OMRS_ADMIN_USER_PASSWORD="$(cat /run/secrets/vault/admin-password)"',
                'OMRS_DB_PASSWORD="$(cat /run/secrets/vault/database-password)"',
                'OMRS_EXTRA_CONNECTION_PASSWORD="$(cat /run/secrets/vault/database-password)"',
                'OMRS_EXTRA_ENCRYPTION_KEY="$(cat /run/secrets/vault/encryption-key)"',
                'OMRS_EXTRA_ENCRYPTION_VECTOR="$(cat /run/secrets/vault/encryption-vector)"',
            ],
        );
        const [container] = podOf(SERVER, "openmrs-backend").containers;
        assert.deepEqual(container?.command, ["/usr/bin/tini", "--", "bash", "/platform/start.sh"]);
        assert.deepEqual(vaultFilesOf("openmrs-backend"), {
            "database-password": "database-openmrs-password",
            "database-authority.pem": "database-authority",
            "admin-password": "openmrs-admin-password",
            "encryption-key": "openmrs-encryption-key",
            "encryption-vector": "openmrs-encryption-vector",
        });
    });

    it("has the start script write passwords into memory", () => {
        const { containers, volumes } = podOf(SERVER, "openmrs-backend");
        const mount = containers[0]?.volumeMounts.find(({ mountPath }) => mountPath === "/run/openmrs");
        assert.equal(mount?.name, "home");
        assert.deepEqual(
            volumes.find(({ name }) => name === "home"),
            { name: "home", emptyDir: { medium: "Memory", sizeLimit: "16Mi" } },
        );
    });

    it("has Tomcat's own error pages tell neither name nor version", () => {
        const { containers } = podOf(SERVER, "openmrs-backend");
        const info = "/usr/local/tomcat/lib/org/apache/catalina/util/ServerInfo.properties";
        const mount = containers[0]?.volumeMounts.find(({ mountPath }) => mountPath === info);
        assert.deepEqual(mount, {
            name: "platform",
            mountPath: info,
            subPath: "ServerInfo.properties",
            readOnly: true,
        });
        assert.equal(
            filesOf("openmrs-backend-platform")["ServerInfo.properties"],
            "server.info=OpenMRS\nserver.number=\nserver.built=\n",
        );
    });

    it("connects to a managed MySQL by Java's own authorities, and runs its client likewise", async () => {
        await create({
            ...release,
            database: {
                server: { host: "mysql.example.fr", port: 3306 },
                engine: "mysql",
                databaseName: "openmrs",
                userName: "openmrs",
                passwordSecret: "database-openmrs-password",
            },
        });
        const environment = environmentOf(SERVER);
        assert.equal(
            environment.OMRS_EXTRA_CONNECTION_URL,
            "jdbc:mysql://mysql.example.fr:3306/openmrs?sslMode=VERIFY_IDENTITY&tlsVersions=TLSv1.3",
        );
        assert.equal(environment.OMRS_EXTRA_CONNECTION_DRIVER__CLASS, "com.mysql.jdbc.Driver");
        assert.equal(environment.OMRS_EXTRA_HIBERNATE_DIALECT, undefined);
        assert.match(
            filesOf("openmrs-backend-platform")["administrator.sh"] ?? "",
            /--tls-version=TLSv1\.3 --ssl-verify-server-cert --ssl-ca=\/etc\/ssl\/certs\/ca-certificates\.crt\n/,
        );
        assert.equal(vaultFilesOf("openmrs-backend")["database-authority.pem"], undefined);
        await create(release);
    });

    it("gives the first start an hour, and a stop a minute after the drain", () => {
        const { containers, terminationGracePeriodSeconds } = podOf(SERVER, "openmrs-backend");
        assert.deepEqual(containers[0]?.startupProbe, {
            httpGet: { path: "/openmrs/health/started", port: "http" },
            periodSeconds: 10,
            failureThreshold: 360,
        });
        assert.equal(terminationGracePeriodSeconds, 70);
    });

    it("runs the image without demonstration patients, and the other where they are wanted", async () => {
        assert.equal(podOf(SERVER, "openmrs-backend").containers[0]?.image, "r/openmrsBackend@sha256:0");
        await create({ ...release, demoData: true });
        const { containers, initContainers } = podOf(SERVER, "openmrs-backend");
        assert.deepEqual(
            [...initContainers, ...containers].map(({ name, image }) => [name, image]),
            [
                ["administrator", "r/mariadb@sha256:0"],
                ["prepare", "r/openmrsBackendDemo@sha256:0"],
                ["agent", "r/otelJavaAgent@sha256:0"],
                ["backend", "r/openmrsBackendDemo@sha256:0"],
            ],
        );
        await create(release);
    });

    it("generates the administrator's password anew with each date, and keeps it in the vault", () => {
        const { inputs } = only("random:index/randomPassword:RandomPassword", "openmrs-admin-password");
        assert.deepEqual(inputs.keepers, { rotatedOn: "2026-11-01" });
        const { properties } = only(SECRET, "openmrs-admin-password").inputs as {
            properties: { value: unknown; attributes: unknown };
        };
        assert.equal(properties.value, "openmrs-admin-password-value");
        // 2027-11-01.
        assert.deepEqual(properties.attributes, { enabled: true, expires: 1_825_027_200 });
    });

    it("never renews what encrypts the data", () => {
        for (const name of ["openmrs-encryption-key", "openmrs-encryption-vector"]) {
            const { inputs } = only("random:index/randomPassword:RandomPassword", name);
            assert.equal(inputs.keepers, undefined);
            const { properties } = only(SECRET, name).inputs as { properties: { value: string } };
            // AES of 128 bits.
            assert.equal(Buffer.from(properties.value, "base64").length, 16);
        }
    });

    it("replaces the backend when a credential changes, and no gateway", async () => {
        const hash = (type: string, name: string) =>
            (templateOf(type, name).metadata.annotations as Record<string, string>)[
                "audioprothese/config-sha256"
            ];
        const before = [hash(SERVER, "openmrs-backend"), hash(DEPLOYMENT, "openmrs-gateway")];
        await create({ ...release, credentialsRotatedOn: "2027-02-01" });
        const after = [hash(SERVER, "openmrs-backend"), hash(DEPLOYMENT, "openmrs-gateway")];
        assert.notEqual(after[0], before[0]);
        assert.equal(after[1], before[1]);
        await create(release);
    });

    it("lets each account read its own objects of the vault, and each object be read by one", () => {
        const scopes = all("azure-native:authorization:RoleAssignment")
            .map(({ inputs }) => [inputs.principalId, inputs.scope])
            .sort();
        const secret = (account: string, object: string) => [
            `${account}-principal`,
            `/vaults/vault/secrets/${object}`,
        ];
        assert.deepEqual(scopes, [
            secret("openmrs-backend", "database-authority"),
            secret("openmrs-backend", "database-openmrs-password"),
            secret("openmrs-backend", "openmrs-admin-password"),
            secret("openmrs-backend", "openmrs-encryption-key"),
            secret("openmrs-backend", "openmrs-encryption-vector"),
            secret("openmrs-gateway", "openmrs-administration"),
            secret("openmrs-gateway", "openmrs-gateway"),
        ]);
        assert.deepEqual(vaultFilesOf("openmrs-gateway"), {
            "public.pem": "openmrs-gateway",
            "administration.pem": "openmrs-administration",
        });
    });

    it("probes the gateway on a port that its service does not offer", () => {
        const [container] = podOf(DEPLOYMENT, "openmrs-gateway").containers;
        assert.deepEqual(container?.readinessProbe, { httpGet: { path: "/healthz", port: 8082 } });
        assert.deepEqual(
            container.ports.map(({ containerPort }) => containerPort),
            [8443],
        );
    });

    it("makes no Kubernetes Secret", () => {
        assert.deepEqual(all("kubernetes:core/v1:Secret"), []);
    });

    it("connects what must be, and nothing else", () => {
        assert.deepEqual(
            all("kubernetes:networking.k8s.io/v1:NetworkPolicy")
                .map(({ name }) => name)
                .sort(),
            [
                "log-collector-4318-from-openmrs-backend",
                "mariadb-3306-from-openmrs-backend",
                "openmrs-backend-8080-from-openmrs-gateway",
                "openmrs-backend-to-log-collector-4318",
                "openmrs-backend-to-mariadb-3306",
                "openmrs-backend-to-trace-collector-4318",
                "openmrs-default-deny",
                "openmrs-dns",
                "openmrs-frontend-8080-from-openmrs-gateway",
                "openmrs-gateway-to-openmrs-backend-8080",
                "openmrs-gateway-to-openmrs-frontend-8080",
                "openmrs-mesh",
                "trace-collector-4318-from-openmrs-backend",
            ],
        );
    });

    it("tells where probes and Prometheus connect", () => {
        const at = (workload: string, port: number) => ({ namespace: "openmrs", workload, port });
        assert.deepEqual(openmrs.backend, at("openmrs-backend", 8080));
        assert.deepEqual(openmrs.metrics, {
            "openmrs-gateway": at("openmrs-gateway", 9113),
            "openmrs-frontend": at("openmrs-frontend", 9113),
            "openmrs-backend": at("openmrs-backend", 9464),
        });
    });
});
