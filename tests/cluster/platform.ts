/** The whole platform, as its program describes it, in a cluster. */
import assert from "node:assert/strict";

import { counts } from "../engine/output";
import type { TestCluster } from "./test-cluster";
import { type LivePod, unreadyOf, workloadsOf } from "./workloads";

/** The namespaces that the cluster has of itself, or by its add-ons. */
const FOREIGN = /^(default|kube-.*|aks-.*)$/;

/** Where a pod reads its node, which the restricted standard refuses: docs/derogations.md. */
const PRIVILEGED = ["node-exporter"];

/** What the server counts in each of the others, so that no pod may leave any of it out. */
const COUNTED = [
    "limits.cpu",
    "limits.memory",
    "persistentvolumeclaims",
    "pods",
    "requests.cpu",
    "requests.memory",
    "requests.storage",
    "secrets",
    "services.loadbalancers",
    "services.nodeports",
];

export function describePlatform(cluster: () => TestCluster, stack: "dev" | "prod"): void {
    describe(`the platform of stack ${stack}`, () => {
        let created = 0;
        it("is accepted whole", async () => {
            const { created: all = 0, ...others } = counts(await cluster().applied(stack));
            assert.deepEqual(others, {});
            assert.ok(all > 300, String(all));
            created = all;
        });

        it("runs all its workloads", async () => {
            assert.ok((await workloadsOf(cluster().api)).length >= 5);
            assert.deepEqual(await unreadyOf(cluster().api), []);
        });

        it("enforces the restricted standard but where it says so, has a quota and limits in each namespace", async () => {
            const { api } = cluster();
            const { items } = await api.list("/api/v1/namespaces");
            const own = items.filter(({ metadata }) => !FOREIGN.test(metadata.name));
            assert.ok(own.length >= 3);
            const names = own.map(({ metadata }) => metadata.name);
            assert.ok(PRIVILEGED.every((name) => names.includes(name)));
            for (const { metadata } of own) {
                assert.equal(
                    metadata.labels?.["pod-security.kubernetes.io/enforce"],
                    PRIVILEGED.includes(metadata.name) ? "privileged" : "restricted",
                    metadata.name,
                );
                assert.equal(metadata.labels["pod-security.kubernetes.io/warn"], "restricted", metadata.name);
                const [quotas, limits] = await Promise.all(
                    ["resourcequotas", "limitranges"].map((kind) =>
                        api.list(`/api/v1/namespaces/${metadata.name}/${kind}`),
                    ),
                );
                const [quota, ...otherQuotas] = quotas?.items ?? [];
                assert.deepEqual(Object.keys((quota?.status as { hard: object }).hard).sort(), COUNTED);
                assert.equal(otherQuotas.length, 0, metadata.name);
                assert.equal(limits?.items.length, 1, metadata.name);
            }
        });

        it("has a pod that reads its node on each node, and lets it do no more", async () => {
            const { api } = cluster();
            const nodes = (await api.list("/api/v1/nodes")).items.map(({ metadata }) => metadata.name);
            const pods = (await api.list("/api/v1/namespaces/node-exporter/pods"))
                .items as readonly LivePod[];
            assert.deepEqual(pods.map(({ spec }) => spec.nodeName).toSorted(), nodes.toSorted());
            for (const { spec } of pods) {
                assert.deepEqual(
                    [spec.hostNetwork, spec.hostPID, spec.hostIPC],
                    [undefined, undefined, undefined],
                );
                const hostPaths = (spec.volumes as { readonly hostPath?: object }[]).flatMap(
                    ({ hostPath }) => hostPath ?? [],
                );
                assert.deepEqual(hostPaths, [{ path: "/", type: "Directory" }]);
            }
        });

        for (const command of ["up", "refresh"]) {
            it(`changes nothing at a second ${command}`, async () => {
                const result = await cluster().pulumi(command, "--stack", stack, "--yes", "--skip-preview");
                assert.deepEqual(counts(result), { unchanged: created });
            });
        }
    });
}
