import { status, type ServiceError } from "@grpc/grpc-js";
import {
    AboutRequest,
    type AboutResponse,
    GetProgramDependenciesRequest,
    type GetProgramDependenciesResponse,
    GetRequiredPackagesRequest,
    type GetRequiredPackagesResponse,
    PackRequest,
    type PackResponse,
} from "@pulumi/pulumi/proto/language_pb";
import type { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import assert from "node:assert/strict";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { hostUnderTest, type HostUnderTest } from "./host-client";

describe("the language host", () => {
    let host: HostUnderTest;

    beforeEach(async () => {
        host = await hostUnderTest();
    });
    afterEach(() => host.close());

    function call<Response>(
        send: (answer: (error: ServiceError | null, response: Response) => void) => void,
    ): Promise<Response> {
        return new Promise((resolve, reject) => {
            send((error, response) => {
                if (error === null) {
                    resolve(response);
                } else {
                    reject(error);
                }
            });
        });
    }

    async function installed(path: string, manifest: object): Promise<void> {
        const directory = join(host.directory, "node_modules", path);
        await mkdir(directory, { recursive: true });
        await writeFile(join(directory, "package.json"), JSON.stringify(manifest));
    }

    it("gives the CLI's version for its own", async () => {
        const info = await call<PluginInfo>((answer) => host.client.getPluginInfo(new Empty(), answer));
        assert.equal(info.getVersion(), "3.225.0");
    });

    it("tells which Node runs programs", async () => {
        const about = await call<AboutResponse>((answer) => host.client.about(new AboutRequest(), answer));
        assert.deepEqual([about.getExecutable(), about.getVersion()], [process.execPath, process.version]);
    });

    it("finds the Pulumi packages of a program, wherever npm has put them", async () => {
        await installed("plain", { name: "plain", version: "1.0.0" });
        await installed("@pulumi/random", {
            name: "@pulumi/random",
            version: "4.21.2",
            pulumi: { resource: true },
        });
        await installed("plain/node_modules/deep", {
            name: "deep",
            version: "v2.0.0",
            pulumi: { resource: true, name: "depths", server: "https://plugins.example" },
        });
        await installed("@pulumi/policy", {
            name: "@pulumi/policy",
            version: "1.21.0",
            pulumi: { resource: false },
        });
        await installed("broken", {});
        await writeFile(join(host.directory, "node_modules/broken/package.json"), "{");
        const request = new GetRequiredPackagesRequest().setInfo(host.info());
        const response = await call<GetRequiredPackagesResponse>((answer) =>
            host.client.getRequiredPackages(request, answer),
        );
        assert.deepEqual(
            response
                .getPackagesList()
                .map((found) => [found.getKind(), found.getName(), found.getVersion(), found.getServer()])
                .sort(),
            [
                ["resource", "depths", "v2.0.0", "https://plugins.example"],
                ["resource", "random", "v4.21.2", ""],
            ],
        );
    });

    it("refuses to look for packages nowhere", async () => {
        await assert.rejects(
            call<GetRequiredPackagesResponse>((answer) =>
                host.client.getRequiredPackages(new GetRequiredPackagesRequest(), answer),
            ),
            { details: "info.program_directory: expected a directory, got none" },
        );
    });

    for (const [transitive, names] of [
        [false, ["direct@1.0.0", "tool@3.0.0"]],
        [true, ["direct@1.0.0", "tool@3.0.0", "indirect@2.0.0", "direct@0.9.0"]],
    ] as const) {
        it(`lists a program's ${transitive ? "" : "direct "}dependencies`, async () => {
            await writeFile(
                join(host.directory, "package-lock.json"),
                JSON.stringify({
                    packages: {
                        "": { dependencies: { direct: "1.0.0" }, devDependencies: { tool: "3.0.0" } },
                        "node_modules/direct": { version: "1.0.0" },
                        "node_modules/tool": { version: "3.0.0" },
                        "node_modules/indirect": { version: "2.0.0" },
                        "node_modules/indirect/node_modules/direct": { version: "0.9.0" },
                    },
                }),
            );
            const request = new GetProgramDependenciesRequest()
                .setInfo(host.info())
                .setTransitivedependencies(transitive);
            const response = await call<GetProgramDependenciesResponse>((answer) =>
                host.client.getProgramDependencies(request, answer),
            );
            assert.deepEqual(
                response.getDependenciesList().map((found) => `${found.getName()}@${found.getVersion()}`),
                names,
            );
        });
    }

    it("says that a program without a lockfile has none", async () => {
        const request = new GetProgramDependenciesRequest().setInfo(host.info());
        await assert.rejects(
            call<GetProgramDependenciesResponse>((answer) =>
                host.client.getProgramDependencies(request, answer),
            ),
            { details: `${join(host.directory, "package-lock.json")}: expected a lockfile, got none` },
        );
    });

    it("leaves unimplemented what no command of the sandbox calls", async () => {
        await assert.rejects(
            call<PackResponse>((answer) => host.client.pack(new PackRequest(), answer)),
            { code: status.UNIMPLEMENTED },
        );
    });
});
