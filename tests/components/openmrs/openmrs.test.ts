import * as assert from "node:assert/strict";
import { imageNames, type Images } from "../../../components/images";
import { OpenMrs } from "../../../components/openmrs/openmrs";
import { all, only, settled, startRecording } from "../../support/recorder";
import { scope } from "../../support/scope";

interface Container {
    readonly env: readonly { readonly name: string; readonly value?: string; readonly valueFrom?: unknown }[];
    readonly startupProbe?: unknown;
    readonly command?: readonly string[];
}
interface Pod {
    readonly securityContext: unknown;
    readonly containers: readonly Container[];
}

const images = Object.fromEntries(imageNames.map((name) => [name, `r/${name}@sha256:0`])) as Images;

const podOf = (type: string, name: string) =>
    (only(type, name).inputs.spec as { template: { spec: Pod } }).template.spec;

/** The lines of a server's nginx.conf, without their indentation. */
function directivesOf(workload: string): string[] {
    const { data } = only("kubernetes:core/v1:ConfigMap", `${workload}-config`).inputs;
    return (data as { "nginx.conf": string })["nginx.conf"].split("\n").map((line) => line.trim());
}

describe("OpenMrs", () => {
    let openmrs: OpenMrs;

    beforeEach(async () => {
        await startRecording();
        openmrs = new OpenMrs("openmrs", {
            images,
            host: "openmrs.example.fr",
            webReplicas: 2,
            compute: { cpu: "1", memory: "3Gi" },
            storage: { sizeGiB: 10, storageClass: "zrs", protect: false },
            database: {
                endpoint: { namespace: "database", workload: "mariadb", port: 3306 },
                databaseName: "openmrs",
                userName: "openmrs",
                password: "database-password-value",
            },
            dnsServiceIp: "192.168.0.10",
            certificate: {
                ...scope,
                name: "openmrs-gateway",
                vaultName: "vault",
                vaultId: "/vaults/vault",
                tenantId: "tenant",
                subscriptionId: "subscription",
                identityName: "id-gateway",
                oidcIssuerUrl: "https://issuer.example/",
            },
            protectData: false,
        });
        await settled();
    });

    it("runs one backend, and as many gateways and frontends as it is told", () => {
        const replicas = [...all("kubernetes:apps/v1:StatefulSet"), ...all("kubernetes:apps/v1:Deployment")]
            .map(({ name, inputs }) => [name, (inputs.spec as { replicas: number }).replicas])
            .sort();
        assert.deepEqual(replicas, [
            ["openmrs-backend", 1],
            ["openmrs-frontend", 2],
            ["openmrs-gateway", 2],
        ]);
    });

    it("tells where requests go in: to the one server that speaks TLS", () => {
        assert.deepEqual(openmrs.entry, { namespace: "openmrs", workload: "openmrs-gateway", port: 8443 });
        assert.ok(directivesOf("openmrs-gateway").includes("listen 8443 ssl;"));
    });

    it("runs the backend under group 0, as its image wants, and not as root", () => {
        assert.deepEqual(podOf("kubernetes:apps/v1:StatefulSet", "openmrs-backend").securityContext, {
            runAsNonRoot: true,
            runAsUser: 1001,
            runAsGroup: 0,
            fsGroup: 1001,
            fsGroupChangePolicy: "OnRootMismatch",
            seccompProfile: { type: "RuntimeDefault" },
        });
    });

    it("connects to the database over verified TLS 1.3, at every start", () => {
        const [container] = podOf("kubernetes:apps/v1:StatefulSet", "openmrs-backend").containers;
        const environment = Object.fromEntries(
            (container?.env ?? []).map(({ name, value, valueFrom }) => [name, value ?? valueFrom]),
        );
        const url =
            "jdbc:mariadb://mariadb.database.svc.cluster.local:3306/openmrs" +
            "?useMysqlMetadata=true&sslMode=verify-full&enabledSslProtocolSuites=TLSv1.3";
        const password = { secretKeyRef: { name: "openmrs-credentials", key: "database-password" } };
        assert.deepEqual(environment, {
            OMRS_INSTALL_METHOD: "auto",
            OMRS_CREATE_TABLES: "true",
            OMRS_AUTO_UPDATE_DATABASE: "true",
            OMRS_HAS_CURRENT_OPENMRS_DATABASE: "true",
            OMRS_MODULE_WEB_ADMIN: "false",
            OMRS_ADMIN_USER_PASSWORD: {
                secretKeyRef: { name: "openmrs-credentials", key: "admin-password" },
            },
            OMRS_JAVA_MEMORY_OPTS: "-XX:MaxRAMPercentage=70",
            OMRS_DB: "mariadb",
            OMRS_DB_HOSTNAME: "mariadb.database.svc.cluster.local",
            OMRS_DB_PORT: "3306",
            OMRS_DB_NAME: "openmrs",
            OMRS_DB_URL: url,
            OMRS_DB_USERNAME: "openmrs",
            OMRS_DB_PASSWORD: password,
            OMRS_EXTRA_CONNECTION_URL: url,
            OMRS_EXTRA_CONNECTION_USERNAME: "openmrs",
            OMRS_EXTRA_CONNECTION_PASSWORD: password,
        });
    });

    it("gives the first start an hour", () => {
        const [container] = podOf("kubernetes:apps/v1:StatefulSet", "openmrs-backend").containers;
        assert.deepEqual(container?.startupProbe, {
            httpGet: { path: "/openmrs/health/started", port: "http" },
            periodSeconds: 10,
            failureThreshold: 360,
        });
    });

    it("generates the administrator's password and keeps it with the database's, as secrets", () => {
        assert.equal(only("random:index/randomPassword:RandomPassword").name, "openmrs-admin-password");
        assert.deepEqual(only("kubernetes:core/v1:Secret").inputs.stringData, {
            secret: {
                "database-password": "database-password-value",
                "admin-password": "openmrs-admin-password-value",
            },
        });
    });

    it("ends TLS 1.3 at the gateway and finds its upstreams by their full names", () => {
        assert.deepEqual(
            directivesOf("openmrs-gateway").filter((line) =>
                /^(listen|server_name|ssl_|resolver|set )/.test(line),
            ),
            [
                "listen 127.0.0.1:8081;",
                "listen 8443 ssl;",
                "server_name openmrs.example.fr;",
                "ssl_certificate $certificate;",
                "ssl_certificate_key $certificate;",
                "ssl_protocols TLSv1.3;",
                "ssl_session_tickets off;",
                "resolver 192.168.0.10 valid=10s ipv6=off;",
                "set $frontend http://openmrs-frontend.openmrs.svc.cluster.local:8080;",
                "set $backend http://openmrs-backend.openmrs.svc.cluster.local:8080;",
            ],
        );
    });

    it("reads the certificate at each handshake, so that a renewed one needs no reload", () => {
        // nginx reads a file at start when its path is constant, and at each handshake when it holds a variable.
        const directives = directivesOf("openmrs-gateway");
        const map = directives.indexOf("map $ssl_server_name $certificate {");
        assert.deepEqual(directives.slice(map + 1, map + 3), ["default /run/secrets/tls/tls.pem;", "}"]);
    });

    it("keeps what passes through the gateway off its disk", () => {
        const directives = directivesOf("openmrs-gateway");
        assert.ok(directives.includes("proxy_max_temp_file_size 0;"));
        const backend = directives.slice(directives.indexOf("location /openmrs {"));
        assert.ok(backend.slice(0, backend.indexOf("}")).includes("proxy_request_buffering off;"));
    });

    it("lets pages show documents that they made themselves", () => {
        const [policy] = directivesOf("openmrs-gateway").filter((line) =>
            line.includes("Content-Security-Policy"),
        );
        assert.match(policy ?? "", /; object-src 'self' blob:;/);
    });

    it("sends the pages compressed", () => {
        assert.ok(directivesOf("openmrs-frontend").includes("gzip on;"));
    });

    it("lets the gateway's account alone read the certificate, and that one object of the vault only", () => {
        assert.deepEqual(only("azure-native:managedidentity:FederatedIdentityCredential").inputs, {
            federatedIdentityCredentialResourceName: "openmrs-openmrs-gateway",
            resourceName: "id-gateway",
            resourceGroupName: "rg-aplus-core-dev-frc",
            issuer: "https://issuer.example/",
            subject: "system:serviceaccount:openmrs:openmrs-gateway",
            audiences: ["api://AzureADTokenExchange"],
        });
        const role = only("azure-native:authorization:RoleAssignment").inputs;
        assert.equal(role.scope, "/vaults/vault/secrets/openmrs-gateway");
        assert.equal(role.principalId, "openmrs-gateway-principal");
        assert.equal(
            role.roleDefinitionId,
            "/subscriptions/subscription/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6",
        );
    });

    it("asks the vault for the certificate with its key, under the name that nginx reads", () => {
        const { inputs } = only("kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass");
        const { parameters } = inputs.spec as { parameters: Record<string, string> };
        const { array } = JSON.parse(parameters.objects ?? "") as { array: string[] };
        assert.deepEqual(
            array.map((entry) => JSON.parse(entry) as unknown),
            [{ objectName: "openmrs-gateway", objectType: "secret", objectAlias: "tls.pem" }],
        );
        assert.deepEqual(
            { ...parameters, objects: "" },
            { keyvaultName: "vault", tenantId: "tenant", clientID: "openmrs-gateway-client", objects: "" },
        );
    });

    it("connects what must be, and nothing else", () => {
        assert.deepEqual(
            all("kubernetes:networking.k8s.io/v1:NetworkPolicy")
                .map(({ name }) => name)
                .sort(),
            [
                "mariadb-3306-from-openmrs-backend",
                "openmrs-backend-8080-from-openmrs-gateway",
                "openmrs-backend-to-mariadb-3306",
                "openmrs-default-deny",
                "openmrs-dns",
                "openmrs-frontend-8080-from-openmrs-gateway",
                "openmrs-gateway-to-openmrs-backend-8080",
                "openmrs-gateway-to-openmrs-frontend-8080",
            ],
        );
    });

    it("tells where probes and Prometheus connect", () => {
        const at = (workload: string, port: number) => ({ namespace: "openmrs", workload, port });
        assert.deepEqual(openmrs.backend, at("openmrs-backend", 8080));
        assert.deepEqual(openmrs.metrics, {
            "openmrs-gateway": at("openmrs-gateway", 9113),
            "openmrs-frontend": at("openmrs-frontend", 9113),
        });
    });
});
