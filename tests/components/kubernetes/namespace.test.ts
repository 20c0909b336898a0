import * as assert from "node:assert/strict";
import { Namespace } from "../../../components/kubernetes/namespace";
import { all, only, settled, startRecording } from "../../support/recorder";

describe("Namespace", () => {
    beforeEach(startRecording);

    it("admits pods of the restricted standard only", async () => {
        assert.equal(new Namespace("openmrs").namespace, "openmrs");
        await settled();
        const { inputs } = only("kubernetes:core/v1:Namespace", "openmrs");
        assert.deepEqual(inputs.metadata, {
            name: "openmrs",
            labels: {
                "pod-security.kubernetes.io/enforce": "restricted",
                "pod-security.kubernetes.io/audit": "restricted",
                "pod-security.kubernetes.io/warn": "restricted",
            },
        });
    });

    it("starts from a refusal of every connection, name resolution apart", async () => {
        new Namespace("openmrs");
        await settled();
        const policies = all("kubernetes:networking.k8s.io/v1:NetworkPolicy");
        assert.deepEqual(
            policies.map(({ name, inputs }) => [name, inputs.metadata]),
            [
                ["openmrs-default-deny", { name: "default-deny", namespace: "openmrs" }],
                ["openmrs-dns", { name: "dns", namespace: "openmrs" }],
            ],
        );
    });
});
