/** Calls to the stand-in that a user of the CLI makes happen at the wrong moment only. */
import assert from "node:assert/strict";

import { Api } from "../../sandbox/cluster/api";
import { createAuthority } from "../../sandbox/cluster/certificates";
import { UserError } from "../../sandbox/user-error";
import { LiveObjects } from "../../sandbox/providers/kubernetes/live/live-objects";
import { kubernetes } from "../../sandbox/providers/kubernetes/provider";
import { ProviderClient, type Properties } from "../sandbox/providers/provider-client";
import { CONFIG_MAP, DEPLOYMENT, NAMESPACE } from "../sandbox/providers/kubernetes/samples";
import { eventually } from "../support/eventually";
import type { TestCluster } from "./test-cluster";

const NAMESPACE_INPUTS = { apiVersion: "v1", kind: "Namespace", metadata: { name: "calls" } };

/** A Deployment for which no node has room. */
const stuck = (name: string, annotations: Properties = {}): Properties => ({
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, namespace: "calls", annotations },
    spec: {
        selector: { matchLabels: { app: name } },
        template: {
            metadata: { labels: { app: name } },
            spec: {
                containers: [{ name: "main", image: "main:1", resources: { requests: { cpu: "5000" } } }],
            },
        },
    },
});

export function describeCalls(cluster: () => TestCluster): void {
    describe("the kubernetes stand-in", () => {
        let client: ProviderClient;
        before(async () => {
            const objects = new LiveObjects(cluster().api);
            client = await ProviderClient.start(kubernetes(objects), { kubeconfig: "{}" });
            await client.create(NAMESPACE, NAMESPACE_INPUTS);
        });
        after(async () => {
            await client.delete(NAMESPACE, "calls", { inputs: NAMESPACE_INPUTS, outputs: {} });
            client.close();
            await cluster().forgetStack();
        });

        it("does not wait for an object that says so", async () => {
            const annotations = { "pulumi.com/skipAwait": "true" };
            const { id } = await client.create(DEPLOYMENT, stuck("skipped", annotations));
            assert.equal(id, "calls/skipped");
        });

        it("waits as long as the resource's option says, whatever the annotation", async () => {
            const annotations = { "pulumi.com/timeoutSeconds": "3600" };
            await assert.rejects(
                client.create(DEPLOYMENT, stuck("brief", annotations), { timeoutSeconds: 1 }),
                /^Error: 2 resource "\S+" was successfully created, but .*'brief' timed out waiting to be Ready$/,
            );
        });

        it("stops waiting when the user cancels", async () => {
            const other = client.again();
            await other.configure({ kubeconfig: "{}" });
            try {
                const creating = assert.rejects(
                    other.create(DEPLOYMENT, stuck("cancelled")),
                    /^Error: 2 resource .*: Resource operation was cancelled for "cancelled"$/,
                );
                await eventually(
                    () => cluster().api.get("/apis/apps/v1/namespaces/calls/deployments/cancelled"),
                    (live) => live !== undefined,
                );
                await other.cancel();
                await creating;
            } finally {
                other.close();
            }
        });

        it("keeps an object that it could ask no more about", async () => {
            const get = async (path: string) => {
                const found = await cluster().api.get(path);
                if (found !== undefined && path.endsWith("/left")) {
                    throw new UserError("cluster: expected an answer, got none");
                }
                return found;
            };
            const api = Object.create(cluster().api, { get: { value: get } }) as Api;
            const other = await ProviderClient.start(kubernetes(new LiveObjects(api)), { kubeconfig: "{}" });
            try {
                await assert.rejects(
                    other.create(DEPLOYMENT, stuck("left")),
                    /^Error: 2 resource "\S+" was successfully created, but .* become live: cluster: expected an answer, got none$/,
                );
            } finally {
                other.close();
            }
        });

        it("waits until a deleted object is gone, and says what holds it", async () => {
            const inputs = {
                apiVersion: "v1",
                kind: "ConfigMap",
                metadata: { name: "held", namespace: "calls", finalizers: ["example.org/hold"] },
            };
            const { outputs } = await client.create(CONFIG_MAP, inputs);
            const remove = () =>
                client.delete(CONFIG_MAP, "calls/held", { inputs, outputs }, { timeoutSeconds: 1 });
            await assert.rejects(remove(), /^Error: 2 timed out waiting for the condition$/);
            await cluster().api.merge("/api/v1/namespaces/calls/configmaps/held", {
                metadata: { finalizers: null },
            });
            await remove();
            assert.equal(await cluster().api.get("/api/v1/namespaces/calls/configmaps/held"), undefined);
        });

        it("has nothing to delete of what is gone", async () => {
            const inputs = { metadata: { name: "never", namespace: "calls" } };
            await client.delete(CONFIG_MAP, "calls/never", { inputs, outputs: {} });
            await client.delete("kubernetes:example.org/v1:Ghost", "calls/never", { inputs, outputs: {} });
        });

        it("has a server that does not answer for a fault of the cluster, not of its own", async () => {
            const authority = await createAuthority("nobody");
            const credentials = {
                ...(await authority.issue({ name: "a" })),
                authority: authority.certificate,
            };
            const api = new Api({ ...credentials, server: "https://127.0.0.1:1" });
            const lonely = await ProviderClient.start(kubernetes(new LiveObjects(api)), { kubeconfig: "{}" });
            try {
                await assert.rejects(
                    lonely.create(CONFIG_MAP, NAMESPACE_INPUTS),
                    /^Error: 14 cluster: expected an answer from https:\/\/127\.0\.0\.1:1, got /,
                );
            } finally {
                lonely.close();
                api.close();
            }
        });
    });
}
