/** What a call that takes its time tells the engine, and what the engine learns of one that came to no end. */
import assert from "node:assert/strict";
import { EngineService, type IEngineServer } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogSeverity, type LogRequest } from "@pulumi/pulumi/proto/engine_pb";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import type { ServerUnaryCall, sendUnaryData } from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import { serveOnLoopback, type LoopbackService } from "../../../../sandbox/loopback";
import { toStatus } from "../../../../sandbox/providers/protocol/failure-status";
import type { Operation, Plugin, Provider } from "../../../../sandbox/providers/protocol/provider";
import { PartialFailure, ProviderError } from "../../../../sandbox/providers/protocol/provider-error";
import { UserError } from "../../../../sandbox/user-error";
import { eventually } from "../../../support/eventually";
import { ProviderClient, urnOf } from "../provider-client";

/** A plugin whose creations do one thing. */
const pluginThat = (create: (operation: Operation) => void | Promise<void>): Plugin => ({
    name: "slow",
    version: "1.0.0",
    acceptSecrets: true,
    open: () =>
        ({
            configure: () => undefined,
            create: async ({ operation }: { operation: Operation }) => {
                await create(operation);
                return { id: "made", outputs: {} };
            },
        }) as unknown as Provider,
});

describe("an operation of a stand-in", () => {
    let client: ProviderClient;
    afterEach(() => {
        client.close();
    });

    it("tells the engine that attached how it goes", async () => {
        const logged: LogRequest.AsObject[] = [];
        const engine: LoopbackService = await serveOnLoopback(EngineService, {
            log: (call: ServerUnaryCall<LogRequest, Empty>, done: sendUnaryData<Empty>) => {
                logged.push(call.request.toObject());
                done(null, new Empty());
            },
        } as unknown as IEngineServer);
        try {
            client = await ProviderClient.start(
                pluginThat((operation) => {
                    operation.progress("half done");
                    operation.warn("mind the gap");
                }),
            );
            await client.attach(`127.0.0.1:${String(engine.port)}`);
            await client.configure({});
            await client.create("a:b:C", {});
            await eventually(
                () => Promise.resolve(logged.length),
                (count) => count === 2,
            );
        } finally {
            engine.close();
        }
        const byMessage = new Map(logged.map((line) => [line.message, line]));
        for (const [message, severity, ephemeral] of [
            ["half done", LogSeverity.INFO, true],
            ["mind the gap", LogSeverity.WARNING, false],
        ] as const) {
            const line = byMessage.get(message);
            assert.deepEqual(
                [line?.urn, line?.severity, line?.ephemeral],
                [urnOf("a:b:C"), severity, ephemeral],
            );
        }
    });

    it("goes on without an engine that attached", async () => {
        client = await ProviderClient.start(
            pluginThat((operation) => {
                operation.progress("half done");
                operation.warn("mind the gap");
            }),
            {},
        );
        assert.equal((await client.create("a:b:C", {})).id, "made");
    });

    it("knows its time limit, and that there is none", async () => {
        const limits: (number | undefined)[] = [];
        client = await ProviderClient.start(
            pluginThat(({ timeoutSeconds }) => void limits.push(timeoutSeconds)),
            {},
        );
        await client.create("a:b:C", {}, { timeoutSeconds: 30 });
        await client.create("a:b:C", {});
        assert.deepEqual(limits, [30, undefined]);
    });

    it("hears that the user cancels", async () => {
        let begun = false;
        client = await ProviderClient.start(
            pluginThat(async ({ signal }) => {
                begun = true;
                await new Promise((resolve) => {
                    signal.addEventListener("abort", resolve);
                });
            }),
            {},
        );
        const creating = client.create("a:b:C", {});
        await eventually(
            () => Promise.resolve(begun),
            (has) => has,
        );
        await client.cancel();
        assert.equal((await creating).id, "made");
    });
});

describe("the status of a failed call", () => {
    it("has what there is of the resource, for the state", () => {
        const remains = { id: "a", outputs: { b: "c" }, inputs: { d: "e" }, reasons: ["f", "g"] };
        const { code, details, metadata } = toStatus("slow", new PartialFailure("half made", remains));
        assert.deepEqual([code, details], [2, "half made"]);
        const [trailer] = metadata?.get("grpc-status-details-bin") ?? [];
        assert.ok(Buffer.isBuffer(trailer));
        const [detail] = Status.deserializeBinary(trailer).getDetailsList();
        assert.equal(detail?.getTypeName(), "pulumirpc.ErrorResourceInitFailed");
        const failure = ErrorResourceInitFailed.deserializeBinary(detail.getValue_asU8());
        assert.deepEqual(
            {
                id: failure.getId(),
                outputs: failure.getProperties()?.toJavaScript(),
                inputs: failure.getInputs()?.toJavaScript(),
                reasons: failure.getReasonsList(),
            },
            remains,
        );
    });

    it("has nothing of a resource that was not made", () => {
        assert.deepEqual(toStatus("slow", new ProviderError("refused")), { code: 3, details: "refused" });
    });

    it("says what the user can mend, and whose fault another one is", () => {
        assert.deepEqual(toStatus("slow", new UserError("mend it")), { code: 14, details: "mend it" });
        assert.deepEqual(toStatus("slow", new TypeError("x is not y")), {
            code: 13,
            details: "slow: the sandbox's stand-in failed: x is not y",
        });
    });
});
