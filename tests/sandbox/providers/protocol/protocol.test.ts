import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { CheckRequest } from "@pulumi/pulumi/proto/provider_pb";
import { Struct, Value } from "google-protobuf/google/protobuf/struct_pb";
import { serveProviders } from "../../../../sandbox/providers";
import { azureNative } from "../../../../sandbox/providers/azure-native/provider";
import { acceptingObjects } from "../../../../sandbox/providers/kubernetes/accepting-objects";
import { kubernetes } from "../../../../sandbox/providers/kubernetes/provider";
import type { Plugin } from "../../../../sandbox/providers/protocol/provider";
import { random } from "../../../../sandbox/providers/random/provider";
import { tls } from "../../../../sandbox/providers/tls/provider";
import { ProviderClient, urnOf } from "../provider-client";

const PASSWORD = "random:index/randomPassword:RandomPassword";

describe("the resource protocol of the stand-ins", () => {
    let client: ProviderClient;
    const start = async (plugin: Plugin, configured = true) => {
        client = await ProviderClient.start(plugin, configured ? {} : undefined);
    };
    afterEach(() => {
        client.close();
    });

    for (const [plugin, acceptsecrets] of [
        [azureNative, false],
        [kubernetes(acceptingObjects), true],
        [random, true],
        [tls, true],
    ] as const) {
        it(`has the version of @pulumi/${plugin.name} and answers Configure as the real one does`, async () => {
            await start(plugin, false);
            const manifest = readFileSync(require.resolve(`@pulumi/${plugin.name}/package.json`), "utf8");
            assert.equal(await client.version(), (JSON.parse(manifest) as { version: string }).version);
            assert.deepEqual(await client.configure({}), {
                acceptsecrets,
                supportspreview: true,
                acceptresources: false,
                acceptoutputs: false,
                supportsAutonamingConfiguration: true,
            });
        });

        it(`leaves Handshake of ${plugin.name} unimplemented, or the engine would ignore Configure's answer`, async () => {
            await start(plugin, false);
            await assert.rejects(client.handshake(), /^Error: 12 /);
        });

        it(`refuses an unknown type of ${plugin.name} by name`, async () => {
            await start(plugin);
            await assert.rejects(
                client.create(`${plugin.name}:nothing:Nothing`, {}),
                new RegExp(
                    `^Error: 3 ${plugin.name}:nothing:Nothing: expected a (type|kind) that the sandbox`,
                ),
            );
        });

        it(`refuses an unknown function of ${plugin.name} by name`, async () => {
            await start(plugin);
            await assert.rejects(
                client.invoke(`${plugin.name}:nothing:getNothing`),
                new RegExp(`^Error: 3 ${plugin.name}:nothing:getNothing: `),
            );
        });

        it(`gives back what the state of ${plugin.name} says, and has nothing else to read`, async () => {
            await start(plugin);
            const [outputs, inputs] = [{ a: "out" }, { a: "in" }];
            assert.deepEqual(await client.read("a:b:C", "id", outputs, inputs), {
                id: "id",
                outputs,
                inputs,
            });
            await assert.rejects(client.read("a:b:C", "id", {}), {
                message:
                    '5 a:b:C: expected a resource of this stack, got id "id"; ' +
                    "the sandbox holds nothing that could be imported or looked up",
            });
            await client.delete("a:b:C", "id");
        });
    }

    const MALFORMED_URNS = [
        "",
        "urn",
        "urn:pulumi:dev::project::a:b:C",
        "urn:pulumi:dev::project::a:b:C::",
        "x::y::z::w",
    ];
    for (const urn of MALFORMED_URNS) {
        it(`refuses the malformed URN "${urn}"`, async () => {
            await start(random);
            await assert.rejects(client.rawCheck(new CheckRequest().setUrn(urn)), {
                message: `3 urn: expected urn:pulumi:<stack>::<project>::<type>::<name>, got "${urn}"`,
            });
        });
    }

    it("reads the type of a nested URN and a name with colons", async () => {
        await start(random);
        const urn = "urn:pulumi:dev::project::a:b:C$d:e:F$random:x:Y::a::b";
        await assert.rejects(client.rawCheck(new CheckRequest().setUrn(urn)), /^Error: 3 random:x:Y: /);
    });

    it("refuses a property map that holds a value of no kind", async () => {
        await start(random);
        const news = new Struct();
        news.getFieldsMap().set("length", new Value());
        await assert.rejects(client.rawCheck(new CheckRequest().setUrn(urnOf(PASSWORD)).setNews(news)), {
            message: "3 news: expected a property map, got a value of no kind in it",
        });
    });

    it("refuses a call before Configure", async () => {
        await start(random, false);
        await assert.rejects(client.check(PASSWORD, { length: 8 }), {
            message: "9 random: expected Configure before any other call, got none",
        });
    });

    it("refuses calls after Cancel until an engine attaches again", async () => {
        await start(random);
        await client.cancel();
        await assert.rejects(client.check(PASSWORD, { length: 8 }), {
            message: "1 random: expected no call after Cancel, got one",
        });
        await assert.rejects(client.configure({}), {
            message: "1 random: expected no call after Cancel, got one",
        });
        await client.attach();
        await client.configure({});
        assert.deepEqual((await client.check(PASSWORD, { length: 8 })).failures, []);
    });

    it("keeps what one connection of the engine says from the others", async () => {
        await start(azureNative, false);
        const other = client.again();
        try {
            await client.configure({ location: "francecentral" });
            await other.configure({ location: "westeurope" });
            const locationFor = async (connection: ProviderClient) =>
                (await connection.check("azure-native:resources:ResourceGroup", {})).inputs.location;
            assert.deepEqual(await Promise.all([client, other].map(locationFor)), [
                "francecentral",
                "westeurope",
            ]);
            await other.cancel();
            assert.equal(await locationFor(client), "francecentral");
        } finally {
            other.close();
        }
    });

    it("passes a provider's own inputs through", async () => {
        await start(kubernetes(acceptingObjects), false);
        assert.deepEqual(await client.checkConfig({ kubeconfig: "x" }), { kubeconfig: "x" });
    });

    it("reports its own faults without a stack", async () => {
        await start(
            {
                name: "faulty",
                version: "1.0.0",
                acceptSecrets: false,
                open: () => {
                    throw new TypeError("x is not a function");
                },
            },
            false,
        );
        await assert.rejects(client.configure({}), {
            message: "13 faulty: the sandbox's stand-in failed: x is not a function",
        });
    });
});

describe("serveProviders", () => {
    it("serves each package on a port of its own until it is closed", async () => {
        const providers = await serveProviders(acceptingObjects);
        assert.deepEqual(Object.keys(providers.ports), ["azure-native", "kubernetes", "random", "tls"]);
        assert.equal(new Set(Object.values(providers.ports)).size, 4);
        const client = ProviderClient.connect("random", providers.ports.random ?? 0);
        await client.version();
        providers.close();
        await assert.rejects(client.version(), /^Error: 14 /);
        client.close();
    });
});
