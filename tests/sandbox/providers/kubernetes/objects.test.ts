import assert from "node:assert/strict";
import { acceptingObjects } from "../../../../sandbox/providers/kubernetes/accepting-objects";
import { kubernetes } from "../../../../sandbox/providers/kubernetes/provider";
import { ProviderClient, secretOf, UNKNOWN, type Properties } from "../provider-client";
import {
    CONFIG_MAP,
    DEPLOYMENT,
    NAMESPACE,
    SECRET,
    SERVICE,
    STORAGE_CLASS,
    configMap,
    named,
} from "./samples";

describe("the objects of the kubernetes stand-in", () => {
    let client: ProviderClient;
    beforeEach(async () => {
        client = await ProviderClient.start(kubernetes(acceptingObjects), { kubeconfig: "{}" });
    });
    afterEach(() => {
        client.close();
    });

    describe("objects", () => {
        it("come back from a preview without what only the cluster makes", async () => {
            const inputs = { metadata: named, spec: { replicas: 2 } };
            assert.deepEqual(await client.create(DEPLOYMENT, inputs, { preview: true }), {
                id: "",
                outputs: inputs,
            });
        });

        const UNKNOWNS = {
            string: UNKNOWN,
            boolean: "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
            number: "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
            array: "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
            object: "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
            asset: "030794c1-ac77-496b-92df-f27374a8bd58",
            archive: "e48ece36-62e2-4504-bad9-02848725956a",
        };
        for (const [type, unknown] of Object.entries(UNKNOWNS)) {
            it(`come back from a preview as they are while any ${type} is unknown`, async () => {
                const inputs = { metadata: named, spec: { ports: [{ port: unknown }] } };
                assert.deepEqual((await client.create(SERVICE, inputs, { preview: true })).outputs, inputs);
            });
        }

        it("come back from a preview with the server's defaults", async () => {
            const inputs = { metadata: named, spec: { clusterIP: "None", ports: [{ port: 80 }] } };
            const { outputs } = await client.create(SERVICE, inputs, { preview: true });
            assert.deepEqual(outputs.spec, {
                type: "ClusterIP",
                sessionAffinity: "None",
                clusterIP: "None",
                clusterIPs: ["None"],
                ports: [{ port: 80 }],
            });
        });

        it("are made with identity, status and the provider's own notes", async () => {
            const inputs = {
                apiVersion: "apps/v1",
                kind: "Deployment",
                metadata: named,
                spec: { replicas: 2 },
            };
            const { id, outputs } = await client.create(DEPLOYMENT, inputs);
            const { uid, creationTimestamp, ...metadata } = outputs.metadata as Properties;
            assert.equal(id, "b/a");
            assert.match(uid as string, /^[0-9a-f-]{36}$/);
            assert.ok(Date.now() - Date.parse(creationTimestamp as string) < 60_000);
            assert.deepEqual(metadata, { ...named, generation: 1, resourceVersion: "1" });
            assert.equal((outputs.status as Properties).readyReplicas, 2);
            assert.deepEqual(outputs.__inputs, inputs);
            assert.equal(outputs.__initialApiVersion, "apps/v1");
            assert.match(outputs.__fieldManager as string, /^pulumi-kubernetes-[0-9a-f]{8}$/);
        });

        it("keep for life what the API server lets nobody change", async () => {
            const storageClass = { metadata: { name: "disks" }, provisioner: "disk.csi.azure.com" };
            const inputs = { ...storageClass, reclaimPolicy: "Delete" };
            const old = { ...(await client.create(STORAGE_CLASS, inputs)), inputs };
            await client.update(STORAGE_CLASS, old, { ...inputs, allowVolumeExpansion: true });
            await assert.rejects(client.update(STORAGE_CLASS, old, { ...inputs, reclaimPolicy: "Retain" }), {
                message:
                    '9 StorageClass "disks" is invalid: reclaimPolicy: Forbidden: updates to reclaimPolicy are forbidden.',
            });
        });

        it("keep their identity when updated", async () => {
            const inputs = { metadata: named, spec: { replicas: 2 } };
            const { id, outputs } = await client.create(DEPLOYMENT, inputs);
            const news = { metadata: named, spec: { replicas: 3 } };
            const updated = await client.update(DEPLOYMENT, { id, inputs, outputs }, news);
            assert.deepEqual(updated.metadata, {
                ...(outputs.metadata as Properties),
                generation: 2,
                resourceVersion: "2",
            });
            assert.equal((updated.status as Properties).readyReplicas, 3);
            assert.equal((updated.status as Properties).observedGeneration, 2);
            assert.deepEqual(updated.__inputs, news);
            assert.equal(updated.__fieldManager, outputs.__fieldManager);
            assert.deepEqual(
                await client.update(DEPLOYMENT, { id, inputs, outputs }, news, { preview: true }),
                news,
            );
        });

        it("keep the provider's notes of their beginning when updated", async () => {
            const outputs = { __initialApiVersion: "apps/v1beta2", __fieldManager: "pulumi-kubernetes-old" };
            const old = { id: "b/a", inputs: {}, outputs };
            const { __initialApiVersion, __fieldManager } = await client.update(DEPLOYMENT, old, {
                metadata: named,
            });
            assert.deepEqual({ __initialApiVersion, __fieldManager }, outputs);
        });

        it("are managed under the name that their annotation asks for", async () => {
            const metadata = { ...named, annotations: { "pulumi.com/patchFieldManager": "mine" } };
            const { outputs } = await client.create(CONFIG_MAP, configMap(metadata));
            assert.equal(outputs.__fieldManager, "mine");
        });

        it("of the whole cluster have their name for an id", async () => {
            const { id } = await client.create(NAMESPACE, { metadata: { name: "a" } });
            assert.equal(id, "a");
        });

        it("keep secret what was secret, in data as in the notes", async () => {
            const inputs = {
                metadata: named,
                stringData: secretOf({ password: "p" }),
                data: { open: "bw==" },
            };
            const { outputs } = await client.create(SECRET, inputs);
            assert.equal(outputs.type, "Opaque");
            assert.equal(outputs.stringData, undefined);
            assert.deepEqual(outputs.data, secretOf({ open: "bw==", password: "cA==" }));
            assert.deepEqual(outputs.__inputs, inputs);
        });

        it("keep a single value secret", async () => {
            const inputs = { metadata: named, stringData: { password: secretOf("p"), user: "u" } };
            const { outputs } = await client.create(SECRET, inputs);
            assert.deepEqual(outputs.data, { password: secretOf("cA=="), user: "dQ==" });
        });

        const SERVICES: [string, Properties, RegExp | undefined][] = [
            ["an address", {}, /^10\.0\.\d+\.\d+$/],
            ["the address asked for", { clusterIP: "None" }, /^None$/],
            ["no address when it is but a name", { type: "ExternalName" }, undefined],
        ];
        for (const [what, spec, address] of SERVICES) {
            it(`give a service ${what}`, async () => {
                const { outputs } = await client.create(SERVICE, { metadata: named, spec });
                const clusterIP = (outputs.spec as Properties).clusterIP as string | undefined;
                if (address === undefined) {
                    assert.equal(clusterIP, undefined);
                } else {
                    assert.match(clusterIP ?? "", address);
                }
            });
        }

        it("of a kind without a known status are an error, not an empty value", async () => {
            await assert.rejects(
                client.create("kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition", {}),
                {
                    message:
                        "3 apiextensions.k8s.io/v1/CustomResourceDefinition: expected a status in " +
                        "sandbox/providers/kubernetes/status.ts, got none",
                },
            );
        });

        it("cannot be made without a kubeconfig, only previewed", async () => {
            await client.configure({});
            await client.create(CONFIG_MAP, configMap(named), { preview: true });
            await assert.rejects(client.create(CONFIG_MAP, configMap(named)), {
                message: "9 configured Kubernetes cluster is unreachable: the provider has no kubeconfig",
            });
        });
    });

    it("refuses to render manifests instead of leaving the cluster without them", async () => {
        await assert.rejects(client.configure({ renderYamlToDirectory: "out" }), {
            message:
                "3 kubernetes:renderYamlToDirectory: expected none, got one; the sandbox renders no manifests",
        });
    });
});
