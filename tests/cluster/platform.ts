/** The whole platform, as its program describes it, in a cluster. */
import assert from "node:assert/strict";

import { counts, OPTIONS } from "../engine/output";
import type { TestCluster } from "./test-cluster";
import { unreadyOf, workloadsOf } from "./workloads";

/** The namespaces that the cluster has of itself, or by its add-ons. */
const FOREIGN = /^(default|kube-.*|aks-.*)$/;

export function describePlatform(cluster: () => TestCluster, stack: "dev" | "prod"): void {
    describe(`the platform of stack ${stack}`, () => {
        let created = 0;
        const pulumi = (command: string, ...args: readonly string[]) =>
            cluster().workspace.pulumi(command, "--stack", stack, ...OPTIONS, ...args);

        it("is accepted whole", async () => {
            const { created: all = 0, ...others } = counts(await pulumi("up", "--yes", "--skip-preview"));
            assert.deepEqual(others, {});
            assert.ok(all > 300, String(all));
            created = all;
        });

        it("runs all its workloads", async () => {
            assert.ok((await workloadsOf(cluster().api)).length >= 5);
            assert.deepEqual(await unreadyOf(cluster().api), []);
        });

        it("enforces the restricted standard, has a quota and limits in each of its namespaces", async () => {
            const { api } = cluster();
            const { items } = await api.list("/api/v1/namespaces");
            const own = items.filter(({ metadata }) => !FOREIGN.test(metadata.name));
            assert.ok(own.length >= 3);
            for (const { metadata } of own) {
                assert.equal(
                    metadata.labels?.["pod-security.kubernetes.io/enforce"],
                    "restricted",
                    metadata.name,
                );
                for (const kind of ["resourcequotas", "limitranges"]) {
                    const path = `/api/v1/namespaces/${metadata.name}/${kind}`;
                    assert.equal((await api.list(path)).items.length, 1, path);
                }
            }
        });

        for (const [command, ...args] of [
            ["up", "--yes", "--skip-preview"],
            ["preview"],
            ["refresh", "--yes", "--skip-preview"],
        ]) {
            it(`changes nothing at a second ${command ?? ""}`, async () => {
                assert.deepEqual(counts(await pulumi(command ?? "", ...args)), { unchanged: created });
            });
        }
    });
}
