import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";

import {
    alertmanagerFiles,
    keepGossipCertificates,
} from "../../../../components/observability/alerting/secrets";
import { all, recorded, settled, startRecording } from "../../../support/recorder";
import { names, scope } from "../../../support/scope";

describe("the certificates of Alertmanager's replicas", () => {
    beforeEach(async () => {
        await startRecording();
        const vault = { ...scope, vaultName: names.vault };
        const parent = new pulumi.ComponentResource("tests:alerting:Parent", "parent");
        keepGossipCertificates(
            "observability",
            { vault, rotatedOn: "2026-11-01", protectData: false },
            parent,
        );
        await settled();
    });

    it("serve both ends of a connection, under the one name that all bear", () => {
        const [certificate] = all("tls:index/locallySignedCert:LocallySignedCert");
        assert.deepEqual(certificate?.inputs.allowedUses, [
            "digital_signature",
            "server_auth",
            "client_auth",
        ]);
        const [request] = all("tls:index/certRequest:CertRequest");
        assert.deepEqual(request?.inputs.dnsNames, ["alertmanager.observability.svc.cluster.local"]);
    });

    it("are kept in the vault, where the pods look for them beside what people put there", () => {
        const kept = recorded()
            .filter(({ type }) => type === "azure-native:keyvault:Secret")
            .map(({ name }) => name);
        assert.deepEqual(kept.sort(), [
            "alertmanager-authority",
            "alertmanager-certificate",
            "alertmanager-certificate-key",
        ]);
        const files = Object.keys(alertmanagerFiles());
        assert.ok(kept.every((name) => files.includes(name)));
        assert.equal(files.length, kept.length + 6);
    });
});
