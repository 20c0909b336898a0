import { imageNames, type Images } from "../../../components/images";
import type { OpenMrsArgs } from "../../../components/openmrs/openmrs";
import { scope } from "../../support/scope";

const images = Object.fromEntries(imageNames.map((name) => [name, `r/${name}@sha256:0`])) as Images;

/** A release of one server, as dev has it. */
export const release: OpenMrsArgs = {
    images,
    host: "openmrs.example.fr",
    adminHost: "administration.openmrs.example.fr",
    tlsCertificate: "openmrs-gateway",
    adminTlsCertificate: "openmrs-administration",
    webReplicas: { min: 2, max: 2 },
    compute: { cpu: "1", memory: "3Gi" },
    storage: { sizeGiB: 10, storageClass: "zrs", protect: false },
    database: {
        server: { namespace: "database", workload: "mariadb", port: 3306, replica: 0 },
        engine: "mariadb",
        databaseName: "openmrs",
        userName: "openmrs",
        passwordSecret: "database-openmrs-password",
        authoritySecret: "database-authority",
    },
    telemetry: {
        traces: { namespace: "observability", workload: "trace-collector", port: 4318 },
        logs: { namespace: "observability", workload: "log-collector", port: 4318 },
    },
    demoData: false,
    dnsServiceIp: "192.168.0.10",
    vault: {
        ...scope,
        vaultName: "vault",
        vaultId: "/vaults/vault",
        tenantId: "tenant",
        subscriptionId: "subscription",
        oidcIssuerUrl: "https://issuer.example/",
    },
    names: { backendIdentity: "id-backend", gatewayIdentity: "id-gateway" },
    credentialsRotatedOn: "2026-11-01",
    meshRevision: "asm-1-30",
    protectData: false,
};

/** The same of several servers. */
export const clustered: OpenMrsArgs = {
    ...release,
    clustering: {
        replicas: { min: 2, max: 4 },
        search: { host: "search.example.fr", port: 9200 },
        objectStorage: { host: "s3.example.fr", port: 443, bucket: "openmrs-files", region: "fr-par" },
    },
};
