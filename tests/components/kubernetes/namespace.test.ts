import * as assert from "node:assert/strict";
import { Namespace } from "../../../components/kubernetes/namespace";
import { limitSpec, quotaSpec } from "../../../components/kubernetes/quota";
import { only, recorded, settled, startRecording } from "../../support/recorder";

const demands = [{ pods: 3, millicores: 600, mebibytes: 384, diskGiB: 0 }];

async function create(): Promise<void> {
    new Namespace("openmrs", { meshRevision: "asm-1-30", demands });
    await settled();
}

describe("Namespace", () => {
    beforeEach(startRecording);

    it("admits pods of the restricted standard only, and has the mesh join them", async () => {
        await create();
        assert.deepEqual(only("kubernetes:core/v1:Namespace", "openmrs").inputs.metadata, {
            name: "openmrs",
            labels: {
                "pod-security.kubernetes.io/enforce": "restricted",
                "pod-security.kubernetes.io/audit": "restricted",
                "pod-security.kubernetes.io/warn": "restricted",
                "istio.io/rev": "asm-1-30",
            },
        });
    });

    it("starts from a refusal of every connection, on the network and in the mesh", async () => {
        await create();
        const places = recorded().map(({ type, name, inputs }) => {
            const { name: called = "", namespace = "" } = inputs.metadata as Record<string, string>;
            return `${type} ${name}: ${namespace}/${called}`;
        });
        assert.deepEqual(places.sort(), [
            "kubernetes:core/v1:LimitRange openmrs-limits: openmrs/openmrs",
            "kubernetes:core/v1:Namespace openmrs: /openmrs",
            "kubernetes:core/v1:ResourceQuota openmrs-quota: openmrs/openmrs",
            "kubernetes:networking.k8s.io/v1:NetworkPolicy openmrs-default-deny: openmrs/default-deny",
            "kubernetes:networking.k8s.io/v1:NetworkPolicy openmrs-dns: openmrs/dns",
            "kubernetes:networking.k8s.io/v1:NetworkPolicy openmrs-mesh: openmrs/mesh",
            "kubernetes:security.istio.io/v1:AuthorizationPolicy openmrs-deny-all: openmrs/default-deny",
            "kubernetes:security.istio.io/v1:PeerAuthentication openmrs-mutual-tls: openmrs/default",
        ]);
    });

    it("holds what its workloads take, and no more", async () => {
        await create();
        assert.deepEqual(only("kubernetes:core/v1:ResourceQuota").inputs.spec, quotaSpec(demands));
        assert.deepEqual(only("kubernetes:core/v1:LimitRange").inputs.spec, limitSpec(demands));
    });

    it("admits pods that read their node where an exception says so, and records what goes beyond", async () => {
        new Namespace("node-exporter", { meshRevision: "asm-1-30", demands, podSecurity: "privileged" });
        await settled();
        const { metadata } = only("kubernetes:core/v1:Namespace", "node-exporter").inputs;
        assert.deepEqual((metadata as Record<string, unknown>).labels, {
            "pod-security.kubernetes.io/enforce": "privileged",
            "pod-security.kubernetes.io/audit": "restricted",
            "pod-security.kubernetes.io/warn": "restricted",
            "istio.io/rev": "asm-1-30",
        });
    });

    it("refuses to admit them elsewhere", () => {
        const args = { meshRevision: "asm-1-30", demands, podSecurity: "privileged" } as const;
        assert.throws(() => new Namespace("openmrs", args), {
            message: 'podSecurity: expected none, or an exception in exceptions.ts, got "privileged"',
        });
    });

    it("refuses to be made for nothing", () => {
        assert.throws(() => new Namespace("openmrs", { meshRevision: "asm-1-30", demands: [] }), {
            message: "demands: expected those of one workload or more, got none",
        });
    });
});
