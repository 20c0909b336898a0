import * as assert from "node:assert/strict";
import { all, only } from "../../support/recorder";
import { create, DEPLOYMENT, environmentOf, filesOf, podOf, SERVER, vaultFilesOf } from "./reading";
import { clustered } from "./sample";

describe("OpenMrs of several servers", () => {
    before(async () => {
        await create(clustered);
    });

    it("runs them without disks, between the bounds that it is told", () => {
        assert.deepEqual(all(SERVER), []);
        const { minReplicas, maxReplicas } = only(
            "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
            "openmrs-backend",
        ).inputs.spec as Record<string, number>;
        assert.deepEqual([minReplicas, maxReplicas], [2, 4]);
        assert.equal(
            all("kubernetes:policy/v1:PodDisruptionBudget").some(({ name }) => name === "openmrs-backend"),
            true,
        );
        const { volumes } = podOf(DEPLOYMENT, "openmrs-backend");
        assert.deepEqual(
            volumes.find(({ name }) => name === "data"),
            { name: "data", emptyDir: { sizeLimit: "4096Mi" } },
        );
    });

    it("has them share cache, index and files, over TLS where these lie outside", () => {
        const { CACHE_TYPE, CACHE_STACK, JAVA_TOOL_OPTIONS, OMRS_SEARCH, STORAGE_TYPE, ...rest } =
            environmentOf(DEPLOYMENT);
        assert.deepEqual(
            { CACHE_TYPE, CACHE_STACK, JAVA_TOOL_OPTIONS, OMRS_SEARCH, STORAGE_TYPE },
            {
                CACHE_TYPE: "cluster",
                CACHE_STACK: "kubernetes",
                JAVA_TOOL_OPTIONS:
                    "-Djgroups.dns.query=openmrs-backend-peers.openmrs.svc.cluster.local -Djava.net.preferIPv4Stack=true",
                OMRS_SEARCH: "elasticsearch",
                STORAGE_TYPE: "s3",
            },
        );
        assert.equal(rest.OMRS_EXTRA_HIBERNATE_SEARCH_BACKEND_URIS, "https://search.example.fr:9200");
        assert.equal(rest.STORAGE_S3_ENDPOINT, "https://s3.example.fr:443");
    });

    it("lets them find one another before they are ready", () => {
        const { metadata, spec } = only("kubernetes:core/v1:Service", "openmrs-backend-peers").inputs as {
            metadata: { namespace: string };
            spec: Record<string, unknown> & { ports: readonly { port: number }[] };
        };
        assert.equal(metadata.namespace, "openmrs");
        assert.deepEqual(
            [spec.clusterIP, spec.publishNotReadyAddresses, spec.selector],
            ["None", true, { "app.kubernetes.io/name": "openmrs-backend" }],
        );
        assert.deepEqual(
            spec.ports.map(({ port }) => port),
            [7800, 7801, 57_800, 57_801],
        );
    });

    it("lets them connect to one another, to the index and to the files", () => {
        const names = all("kubernetes:networking.k8s.io/v1:NetworkPolicy").map(({ name }) => name);
        for (const port of [7800, 7801, 57_800, 57_801]) {
            assert.ok(names.includes(`openmrs-backend-to-openmrs-backend-${port.toString()}`));
            assert.ok(names.includes(`openmrs-backend-${port.toString()}-from-openmrs-backend`));
        }
        assert.deepEqual(
            all("kubernetes:cilium.io/v2:CiliumNetworkPolicy").map(({ name }) => name),
            ["openmrs-backend-to-search.example.fr-9200", "openmrs-backend-to-s3.example.fr-443"],
        );
        const { egress } = only("kubernetes:networking.istio.io/v1:Sidecar", "openmrs-backend-known-hosts")
            .inputs.spec as { egress: readonly { hosts: readonly string[] }[] };
        assert.deepEqual(egress[0]?.hosts, [
            "database/mariadb.database.svc.cluster.local",
            "observability/trace-collector.observability.svc.cluster.local",
            "observability/log-collector.observability.svc.cluster.local",
            "openmrs/openmrs-backend-peers.openmrs.svc.cluster.local",
            "./search.example.fr",
            "./s3.example.fr",
        ]);
    });

    it("reads what others issued from the vault too", () => {
        const files = vaultFilesOf("openmrs-backend");
        assert.deepEqual(
            [files["search-password"], files["storage-access-key-id"], files["storage-secret-access-key"]],
            ["openmrs-search-password", "openmrs-storage-access-key-id", "openmrs-storage-secret-access-key"],
        );
        assert.match(
            filesOf("openmrs-backend-platform")["start.sh"] ?? "",
            /STORAGE_S3_SECRETACCESSKEY="\$\(cat \/run\/secrets\/vault\/storage-secret-access-key\)"/,
        );
    });

    it("refuses to set up an empty database", () => {
        const { "administrator.sh": administrator = "", "prepare.sh": prepare = "" } =
            filesOf("openmrs-backend-platform");
        assert.match(administrator, /expected one that a single server has set up/);
        assert.match(prepare, /^: > \/run\/openmrs\/data\/openmrs-runtime\.properties$/m);
    });

    it("has a session keep to its server", () => {
        assert.match(
            filesOf("openmrs-gateway-config")["nginx.conf"] ?? "",
            /sticky cookie openmrs_server path=\/openmrs secure httponly samesite=strict;/,
        );
    });
});
