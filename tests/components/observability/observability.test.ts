import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { customRole } from "../../../components/identity/custom-role";
import { imageNames, type Images } from "../../../components/images";
import { Observability, type ObservabilityArgs } from "../../../components/observability/observability";
import { recordDependencies } from "../../support/dependencies";
import { customerKey } from "../../support/customer-key";
import { all, only, settled, startRecording } from "../../support/recorder";
import { names, privateEndpoints, vaultAccess } from "../../support/scope";

const ACCOUNT = "kubernetes:core/v1:ServiceAccount";
const ROLE = "azure-native:authorization:RoleAssignment";

const images = Object.fromEntries(imageNames.map((name) => [name, `r/${name}@sha256:0`])) as Images;
const openmrs = (workload: string, port: number) => ({ namespace: "openmrs", workload, port });
const kept = { storageGiB: 20, cpu: "1", memory: "1Gi" };

const WRITER = {
    roleName: "writer",
    scope: "group",
    subscriptionId: "subscription",
    description: "Ajouter.",
    actions: [],
};

const args = (): ObservabilityArgs => ({
    names,
    images,
    settings: {
        host: "supervision.example.fr",
        tlsCertificate: "supervision",
        grafanaClientId: "3f7b1c52-8d4e-4a69-b0c7-5e2d9f8a1b64",
        documentationUrl: "https://docs.example.fr",
        heartbeatHost: "veille.example.fr",
        metrics: { ...kept, retentionDays: 15 },
        logs: { ...kept, auditRetentionDays: 300, applicationRetentionDays: 80, replicas: 1 },
        traces: { ...kept, retentionDays: 6, samplePercent: 10 },
        prices: { cpuHour: 0.04, memoryGiBHour: 0.005, diskGiBMonth: 0.13, ingestedGiB: 0.05 },
        centres: { lyon: "192.0.2.0/26" },
    },
    cluster: names.cluster,
    nodes: "10.0.0.0/22",
    mostNodes: 9,
    targets: {
        mariadb: { namespace: "database", workload: "mariadb", port: 9104 },
        "openmrs-backend": openmrs("openmrs-backend", 9464),
    },
    openmrs: {
        host: "openmrs.example.fr",
        backend: openmrs("openmrs-backend", 8080),
        entry: openmrs("openmrs-gateway", 8443),
        frontend: openmrs("openmrs-frontend", 8080),
    },
    databaseMode: "inCluster",
    disk: (sizeGiB) => ({ sizeGiB, storageClass: "zrs", protect: false }),
    credentialsRotatedOn: "2026-11-01",
    vault: vaultAccess,
    key: customerKey("storage"),
    redundancy: "ZRS",
    clusterAudit: {
        accountName: "audit",
        container: "cluster-audit",
        containerId: pulumi.output("/audit/cluster-audit"),
        writerRole: customRole("writer", WRITER, new pulumi.ComponentResource("test:index:Test", "test")),
    },
    privateEndpoints,
    workspaceId: "workspace",
    meshRevision: "asm-1-30",
    protectData: false,
});

interface Metadata {
    readonly name: string;
    readonly namespace?: string;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly labels?: Readonly<Record<string, string>>;
}

const metadataOf = ({ inputs }: { readonly inputs: unknown }) =>
    (inputs as { readonly metadata: Metadata }).metadata;

/** The one file of a workload's configuration. */
const configOf = (name: string, file: string) =>
    (only("kubernetes:core/v1:ConfigMap", name).inputs.data as Readonly<Record<string, string>>)[file] ?? "";

describe("Observability", () => {
    let dependenciesOf: (name: string) => readonly string[];

    before(async () => {
        await startRecording();
        dependenciesOf = recordDependencies();
        new Observability("observability", args());
        await settled();
    });

    it("gives an identity of Entra to those accounts that store or sign in, and to no other", () => {
        const identities = all(ACCOUNT)
            .map(metadataOf)
            .map(
                ({ name, annotations }) =>
                    [name, annotations?.["azure.workload.identity/client-id"]] as const,
            )
            .filter(([, identity]) => identity !== undefined)
            .map(([name, identity]) => `${name}: ${String(identity)}`);
        assert.deepEqual(identities.sort(), [
            "grafana: 3f7b1c52-8d4e-4a69-b0c7-5e2d9f8a1b64",
            "log-collector: log-collector-client",
            "loki: observability-storage-loki-client",
            "tempo: observability-storage-tempo-client",
        ]);
    });

    it("lets Loki and Tempo write to a container of their own each, and the log collector add to the archive's", () => {
        const scopes = all(ROLE)
            .filter(({ name }) => /loki|tempo|log-collector/.test(name))
            .map(({ name, inputs }) => `${name}: ${String(inputs.scope).split("/").slice(-2).join("/")}`);
        assert.deepEqual(scopes.sort(), [
            "log-collector: audit/cluster-audit",
            "observability-storage-loki: containers/loki",
            "observability-storage-tempo: containers/tempo",
        ]);
    });

    it("can have back for a week what was deleted by mistake, and forgets what was forgotten", () => {
        const { isVersioningEnabled, deleteRetentionPolicy } = only(
            "azure-native:storage:BlobServiceProperties",
        ).inputs;
        assert.deepEqual([isVersioningEnabled, deleteRetentionPolicy], [true, { enabled: true, days: 7 }]);
        const { policy } = only("azure-native:storage:ManagementPolicy").inputs as {
            policy: { rules: { definition: { actions: unknown } }[] };
        };
        assert.deepEqual(policy.rules[0]?.definition.actions, {
            // A month past the longest retention of Loki.
            baseBlob: { delete: { daysAfterModificationGreaterThan: 330 } },
            version: { delete: { daysAfterCreationGreaterThan: 7 } },
        });
    });

    it("keeps metrics, logs and traces for as long as it is told", () => {
        const { spec } = only("kubernetes:apps/v1:StatefulSet", "prometheus").inputs;
        assert.match(JSON.stringify(spec), /--storage\.tsdb\.retention\.time=15d/);
        const { limits_config: limits } = JSON.parse(configOf("loki-config", "loki.json")) as {
            limits_config: { retention_stream: { selector: string; period: string }[] };
        };
        const periods = limits.retention_stream.map(({ selector, period }) => [selector, period] as const);
        assert.deepEqual(Object.fromEntries(periods), {
            '{stream="audit"}': "7200h",
            '{stream="access"}': "7200h",
            '{stream="application"}': "1920h",
        });
        assert.match(configOf("tempo-config", "tempo.json"), /"block_retention": "144h"/);
    });

    it("collects the logs of OpenMRS, of the database and of its own programs, and of no other namespace", () => {
        const namespaces = all("kubernetes:rbac.authorization.k8s.io/v1:Role")
            .map(metadataOf)
            .filter(({ name }) => name.includes("log-agent"))
            .map(({ namespace }) => namespace);
        assert.deepEqual(namespaces.sort(), ["database", "node-exporter", "observability", "openmrs"]);
    });

    it("has a namespace that is not restricted for the one pod that reads its node", () => {
        const { name, labels } = metadataOf(only("kubernetes:core/v1:Namespace"));
        assert.deepEqual(
            [name, labels?.["pod-security.kubernetes.io/enforce"]],
            ["node-exporter", "privileged"],
        );
        const there = all("kubernetes:apps/v1:DaemonSet")
            .map(metadataOf)
            .filter(({ namespace }) => namespace === "node-exporter");
        assert.deepEqual(
            there.map(({ name }) => name),
            ["node-exporter"],
        );
    });

    it("takes no more of its namespaces than its programs need", () => {
        const bounded = all("kubernetes:core/v1:ResourceQuota").map(metadataOf);
        assert.deepEqual(
            bounded.map(({ namespace }) => namespace),
            ["observability", "node-exporter"],
        );
    });

    it("starts no program before what it stores to is there", () => {
        const storing = {
            loki: "observability-storage",
            tempo: "observability-storage",
            grafana: "grafana-vault",
        };
        for (const [program, needed] of Object.entries(storing)) {
            assert.ok(dependenciesOf(program).includes(needed), program);
        }
    });
});
