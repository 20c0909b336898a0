import assert from "node:assert/strict";
import { request } from "node:https";

import type { TestCluster } from "./test-cluster";

/** Asks the API, and gives the status and the text of the answer. */
export type Asker = (
    method: "GET" | "POST",
    path: string,
    body?: object,
) => Promise<{ readonly code: number; readonly text: string }>;

/** Asks as a pod does whose account is "namespace:name": with a token of an hour, and nothing else. */
export async function askerWith(cluster: TestCluster, account: string): Promise<Asker> {
    const [namespace = "", name = ""] = account.split(":");
    const issued = await cluster.api.create(`/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`, {
        apiVersion: "authentication.k8s.io/v1",
        kind: "TokenRequest",
        spec: { expirationSeconds: 3600 },
    });
    const { token } = issued.status as { readonly token: string };
    assert.notEqual(token, "");
    const { server, authority } = cluster.credentials;

    return (method, path, body) =>
        new Promise((resolve, reject) => {
            const headers = {
                accept: "application/json",
                authorization: `Bearer ${token}`,
                ...(body && { "content-type": "application/json" }),
            };
            const outgoing = request(new URL(path, server), { method, ca: authority, headers }, (answer) => {
                answer
                    .setEncoding("utf8")
                    .toArray()
                    .then((parts) => {
                        resolve({ code: answer.statusCode ?? 0, text: parts.join("") });
                    }, reject);
            });
            outgoing.on("error", reject);
            outgoing.end(body && JSON.stringify(body));
        });
}
