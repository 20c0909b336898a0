/** What the client of the Kubernetes API makes of a watch, with a server that answers as it is told. */
import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";

import { Api, ApiError, type WatchEvent } from "../../../sandbox/cluster/api";
import { createAuthority } from "../../../sandbox/cluster/certificates";
import { UserError } from "../../../sandbox/user-error";

const THINGS = "/apis/example.org/v1/things";

type Answer = (response: ServerResponse) => void;

describe("a watch", () => {
    let server: Server;
    let api: Api;
    let asked: string[];
    let answers: Answer[];
    let ending: AbortController;

    beforeEach(async () => {
        const authority = await createAuthority("test");
        const own = await authority.issue({ name: "server", hosts: [{ type: "ip", value: "127.0.0.1" }] });
        asked = [];
        answers = [];
        ending = new AbortController();
        server = createServer({ cert: own.certificate, key: own.key }, (request, response) => {
            asked.push(request.url ?? "");
            answers.shift()?.(response);
        });
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        const { port } = server.address() as AddressInfo;
        const client = await authority.issue({ name: "client" });
        api = new Api({
            server: `https://127.0.0.1:${String(port)}`,
            authority: authority.certificate,
            ...client,
        });
    });
    afterEach(async () => {
        api.close();
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
    });

    const thing = (name: string, resourceVersion: string) => ({ metadata: { name, resourceVersion } });

    const list =
        (resourceVersion: string, ...names: readonly string[]): Answer =>
        (response) => {
            const items = names.map((name) => thing(name, resourceVersion));
            response.end(
                JSON.stringify({
                    apiVersion: "example.org/v1",
                    kind: "ThingList",
                    metadata: { resourceVersion },
                    items,
                }),
            );
        };

    const events =
        (...lines: readonly object[]): Answer =>
        (response) => {
            response.end(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
        };

    /** The types and names of the next events. */
    async function next(following: AsyncGenerator<WatchEvent, void>, count: number): Promise<string[]> {
        const seen: string[] = [];
        while (seen.length < count) {
            const { value } = await following.next();
            assert.ok(value);
            seen.push(`${value.type} ${value.object.metadata.name}`);
        }
        return seen;
    }

    it("goes on from where the server ended it, and lists anew when that is too old", async () => {
        answers = [
            list("5", "a"),
            events({ type: "ADDED", object: thing("b", "6") }),
            events({ type: "ERROR", object: { kind: "Status", code: 410, reason: "Expired" } }),
            list("9", "a", "b", "c"),
            events({ type: "DELETED", object: thing("a", "10") }),
        ];
        const following = api.follow(THINGS, { labelSelector: "x=y", signal: ending.signal });
        assert.deepEqual(await next(following, 6), [
            "ADDED a",
            "ADDED b",
            "ADDED a",
            "ADDED b",
            "ADDED c",
            "DELETED a",
        ]);
        const selection = "labelSelector=x%3Dy";
        assert.deepEqual(asked, [
            `${THINGS}?${selection}`,
            `${THINGS}?${selection}&resourceVersion=5&watch=true`,
            `${THINGS}?${selection}&resourceVersion=6&watch=true`,
            `${THINGS}?${selection}`,
            `${THINGS}?${selection}&resourceVersion=9&watch=true`,
        ]);
    });

    it("puts events together that come in pieces", async () => {
        const bytes = Buffer.from(`${JSON.stringify({ type: "ADDED", object: thing("é", "2") })}\n`);
        const middle = bytes.indexOf(0xc3) + 1;
        answers = [
            list("1"),
            (response) => {
                response.write(bytes.subarray(0, middle));
                setImmediate(() => response.write(bytes.subarray(middle)));
            },
        ];
        const following = api.follow(THINGS, { signal: ending.signal });
        assert.deepEqual(await next(following, 1), ["ADDED é"]);
    });

    it("ends with the signal, without a word", async () => {
        answers = [
            list("1"),
            (response) => {
                response.flushHeaders();
                ending.abort();
            },
        ];
        const following = api.follow(THINGS, { signal: ending.signal });
        assert.deepEqual(await following.next(), { done: true, value: undefined });
    });

    it("fails with the server's refusal, and when the server is gone", async () => {
        answers = [
            list("1"),
            events({ type: "ERROR", object: { kind: "Status", code: 500, message: "etcd" } }),
        ];
        await assert.rejects(
            api.follow(THINGS, { signal: ending.signal }).next(),
            new ApiError(500, { kind: "Status", code: 500, message: "etcd" }),
        );
        answers = [list("1"), (response) => response.destroy()];
        await assert.rejects(api.follow(THINGS, { signal: ending.signal }).next(), UserError);
        answers = [
            list("1"),
            (response) => {
                response.write("{", () => response.destroy());
            },
        ];
        await assert.rejects(api.follow(THINGS, { signal: ending.signal }).next(), UserError);
    });
});
