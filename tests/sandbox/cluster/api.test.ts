/** The client of the Kubernetes API, against the sandbox's cluster in a folder of its own. */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Api, ApiError, type KubernetesObject, type WatchEvent } from "../../../sandbox/cluster/api";
import { putUp, takeDown, type ClusterOptions } from "../../../sandbox/cluster/cluster";
import { createAuthority } from "../../../sandbox/cluster/certificates";
import { parseKubeconfig } from "../../../sandbox/cluster/kubeconfig";
import { areGone } from "../../../sandbox/cluster/processes";
import { clusterDirectory, readState } from "../../../sandbox/cluster/state";
import { UserError } from "../../../sandbox/user-error";
import { pod } from "./objects";

const MAPS = "/api/v1/namespaces/default/configmaps";

describe("the client of the Kubernetes API", function () {
    this.timeout(60_000);
    let options: ClusterOptions;
    let kubeconfig: string;
    let api: Api;

    before(async () => {
        const sandboxDirectory = await mkdtemp(join(tmpdir(), "cluster-api-"));
        options = { sandboxDirectory, log: () => undefined };
        ({ kubeconfig } = await putUp(options));
        api = Api.of(kubeconfig);
    });
    after(async () => {
        api.close();
        await takeDown(options);
        await rm(options.sandboxDirectory, { recursive: true });
    });

    function map(name: string, data: Readonly<Record<string, string>>): KubernetesObject {
        return { apiVersion: "v1", kind: "ConfigMap", metadata: { namespace: "default", name }, data };
    }

    it("applies an object, and tells what it has become", async () => {
        const { object, warnings } = await api.apply(map("one", { a: "1" }), { fieldManager: "test" });
        assert.deepEqual([object.kind, object.data, warnings], ["ConfigMap", { a: "1" }, []]);
        assert.deepEqual(await api.get(`${MAPS}/one`), object);
        const again = await api.apply(map("one", { a: "1" }), { fieldManager: "test" });
        assert.equal(again.object.metadata.resourceVersion, object.metadata.resourceVersion);
    });

    it("stores nothing in a dry run", async () => {
        const { object } = await api.apply(map("dry", { a: "1" }), { fieldManager: "test", dryRun: true });
        assert.ok(object.metadata.uid);
        assert.equal(await api.get(`${MAPS}/dry`), undefined);
    });

    it("passes the server's warnings on", async () => {
        const labels = { "pod-security.kubernetes.io/warn": "restricted" };
        const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "warned", labels } };
        await api.apply(namespace, { fieldManager: "test" });
        const loose = pod("warned", "loose", { containers: [{ name: "main", image: "main" }] });
        const { warnings } = await api.apply(loose, { fieldManager: "test", dryRun: true });
        assert.equal(warnings.length, 1);
        assert.match(warnings[0] ?? "", /^would violate PodSecurity "restricted:latest".*container "main"/);
    });

    it("tells who else has a field, and takes it when told to", async () => {
        await api.apply(map("shared", { a: "1" }), { fieldManager: "first" });
        await assert.rejects(
            api.apply(map("shared", { a: "2" }), { fieldManager: "second" }),
            (error: ApiError) => {
                assert.deepEqual([error.code, error.reason], [409, "Conflict"]);
                assert.match(error.message, /conflict with "first".*\.data\.a/);
                return true;
            },
        );
        const { object } = await api.apply(map("shared", { a: "2" }), {
            fieldManager: "second",
            force: true,
        });
        assert.deepEqual(object.data, { a: "2" });
    });

    it("tells the absence of an object from that of a kind", async () => {
        assert.equal(await api.get(`${MAPS}/none`), undefined);
        await api.delete(`${MAPS}/none`);
        await assert.rejects(api.get("/api/v1/namespaces/default/thing/none"), ApiError);
        const thing = { apiVersion: "example.org/v1", kind: "Thing", metadata: { name: "none" } };
        await assert.rejects(api.apply(thing, { fieldManager: "test" }), {
            name: "ApiError",
            code: 404,
            message: 'no matches for kind "Thing" in version "example.org/v1"',
        });
    });

    it("knows a kind as soon as it is defined", async () => {
        const definition = {
            apiVersion: "apiextensions.k8s.io/v1",
            kind: "CustomResourceDefinition",
            metadata: { name: "things.example.net" },
            spec: {
                group: "example.net",
                scope: "Cluster",
                names: { kind: "Thing", plural: "things" },
                versions: [
                    {
                        name: "v1",
                        served: true,
                        storage: true,
                        schema: { openAPIV3Schema: { type: "object" } },
                    },
                ],
            },
        };
        await assert.rejects(api.collectionPath("example.net/v1", "Thing"), /no matches for kind/);
        await api.apply(definition, { fieldManager: "test" });
        const known = async (): Promise<string> =>
            await api.collectionPath("example.net/v1", "Thing").catch(known);
        assert.equal(await known(), "/apis/example.net/v1/things");
    });

    for (const [apiVersion, kind] of [
        ["gateway.networking.k8s.io/v1", "TLSRoute"],
        ["gateway.networking.k8s.io/v1", "Gateway"],
        ["networking.istio.io/v1", "Sidecar"],
        ["networking.istio.io/v1", "ServiceEntry"],
        ["security.istio.io/v1", "AuthorizationPolicy"],
        ["security.istio.io/v1", "PeerAuthentication"],
        ["autoscaling.k8s.io/v1", "VerticalPodAutoscaler"],
        ["cilium.io/v2", "CiliumNetworkPolicy"],
        ["secrets-store.csi.x-k8s.io/v1", "SecretProviderClass"],
    ] as const) {
        it(`knows the kind ${kind} of ${apiVersion}`, async () => {
            assert.match(await api.collectionPath(apiVersion, kind, "care"), /\/namespaces\/care\/[a-z]+$/);
        });
    }

    it("lists objects with their kind, and follows changes from there until it is told to end", async () => {
        const labels = { followed: "yes" };
        const followed = (name: string, data: Readonly<Record<string, string>>): KubernetesObject => {
            const object = map(name, data);
            return { ...object, metadata: { ...object.metadata, labels } };
        };
        const apply = (object: KubernetesObject) => api.apply(object, { fieldManager: "test" });
        await apply(followed("before", {}));
        const selection = { labelSelector: "followed=yes" };
        const { items } = await api.list(MAPS, selection);
        assert.deepEqual(
            items.map(({ apiVersion, kind, metadata }) => [apiVersion, kind, metadata.name]),
            [["v1", "ConfigMap", "before"]],
        );

        const events: [WatchEvent["type"], string][] = [];
        const steps = [
            () => apply(followed("after", {})),
            () => apply(followed("after", { a: "1" })),
            () => api.delete(`${MAPS}/after`),
        ];
        const ending = new AbortController();
        for await (const { type, object } of api.follow(MAPS, { ...selection, signal: ending.signal })) {
            events.push([type, object.metadata.name]);
            const next = steps.shift();
            if (next === undefined) {
                ending.abort();
            } else {
                await next();
            }
        }
        assert.deepEqual(events, [
            ["ADDED", "before"],
            ["ADDED", "after"],
            ["MODIFIED", "after"],
            ["DELETED", "after"],
        ]);
    });

    it("is not let in with a certificate of another authority", async () => {
        const stranger = await (
            await createAuthority("sandbox")
        ).issue({ name: "sandbox", organization: "system:masters" });
        const other = new Api({ ...parseKubeconfig(kubeconfig), ...stranger });
        await assert.rejects(other.get(`${MAPS}/one`), { name: "ApiError", code: 401 });
        other.close();
    });

    it("says that nobody answers, and where to look", async () => {
        const nobody = new Api({ ...parseKubeconfig(kubeconfig), server: "https://127.0.0.1:1" });
        await assert.rejects(
            nobody.get(MAPS),
            new UserError(
                'cluster: expected an answer from https://127.0.0.1:1, got "connect ECONNREFUSED 127.0.0.1:1"; see "npm run cluster -- status"',
            ),
        );
    });

    it("refuses a kubeconfig that is not the sandbox's", () => {
        assert.throws(() => Api.of("clusters: []\nusers: []\n"), {
            name: "UserError",
            message: "kubeconfig: expected that of the sandbox's cluster, got a fault at clusters",
        });
    });

    it("finds nobody once the cluster's folder is deleted, which ends the cluster", async () => {
        const state = await readState(clusterDirectory(options.sandboxDirectory));
        assert.ok(state);
        await rm(clusterDirectory(options.sandboxDirectory), { recursive: true });
        assert.equal(await areGone([state.supervisor, ...state.programs], 20_000), true);
        await assert.rejects(api.get(MAPS), UserError);
    });
});
