import * as assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { frontendConfig } from "../../components/openmrs/frontend";
import { gatewayConfig } from "../../components/openmrs/gateway-config";
import { installed } from "./install";
import { freePort } from "./nginx/network";
import { checked, localised, type NginxServer, startNginx } from "./nginx/server";

/** Allows for the download of a first run. */
const INSTALL_MS = 10 * 60_000;

const gateway = (clustered: boolean) =>
    gatewayConfig({
        host: "openmrs.example.fr",
        adminHost: "administration.example.fr",
        dnsServiceIp: "192.168.0.10",
        backend: { namespace: "openmrs", workload: "openmrs-backend", port: 8080 },
        frontend: { namespace: "openmrs", workload: "openmrs-frontend", port: 8080 },
        clustered,
    });

describe("nginx", () => {
    let directory: string;

    before(async function () {
        this.timeout(INSTALL_MS);
        await installed("nginx", console.log);
        directory = await mkdtemp(join(tmpdir(), "nginx-config-"));
    });
    after(() => rm(directory, { recursive: true, force: true }));

    const configs = {
        "the gateway's": gateway(false),
        "the gateway's before several backends": gateway(true),
        "the frontend's": frontendConfig(),
    };
    for (const [whose, config] of Object.entries(configs)) {
        it(`accepts ${whose} configuration without a word`, async () => {
            const words = await checked(directory, localised(config, directory, {}));
            assert.deepEqual(words.trim().split("\n"), [
                `nginx: the configuration file ${directory}/nginx.conf syntax is ok`,
                `nginx: configuration file ${directory}/nginx.conf test is successful`,
            ]);
        });
    }
});

describe("the frontend's nginx", () => {
    let directory: string;
    let nginx: NginxServer;
    let at: string;

    before(async function () {
        this.timeout(INSTALL_MS);
        await installed("nginx", console.log);
        directory = await mkdtemp(join(tmpdir(), "frontend-"));
        await mkdir(join(directory, "html"));
        await writeFile(join(directory, "html/index.html"), "<!doctype html>");
        await writeFile(join(directory, "html/app.1a2b.js"), "export {};".repeat(1000));
        for (const name of ["importmap.json", "config.json", "service-worker.js"]) {
            await writeFile(join(directory, "html", name), "{}");
        }
        const [port, status] = await Promise.all([freePort(), freePort()]);
        at = `http://127.0.0.1:${port.toString()}`;
        const config = localised(frontendConfig(), directory, { 8080: port, 8081: status });
        nginx = await startNginx(directory, config, port);
    });
    after(async () => {
        await nginx.stop();
        await rm(directory, { recursive: true, force: true });
    });

    it("answers every page of the application with the one that there is, asked for anew at each visit", async () => {
        for (const path of ["/", "/home", "/patient/6f2d/chart"]) {
            const answer = await fetch(at + path);
            assert.equal(await answer.text(), "<!doctype html>");
            assert.equal(answer.headers.get("cache-control"), "no-cache");
        }
    });

    it("sends its parts compressed, for browsers to keep", async () => {
        const answer = await fetch(`${at}/app.1a2b.js`);
        assert.equal(answer.headers.get("content-encoding"), "gzip");
        assert.equal(answer.headers.get("cache-control"), "max-age=2592000");
    });

    it("has what changes under its name asked for anew: lists, settings, what works offline", async () => {
        for (const path of ["/importmap.json", "/config.json", "/service-worker.js"]) {
            assert.equal((await fetch(at + path)).headers.get("cache-control"), "no-cache", path);
        }
    });

    it("answers 404 to a part that it does not have, rather than a page", async () => {
        assert.equal((await fetch(`${at}/missing.js`)).status, 404);
    });

    it("tells no version of itself", async () => {
        assert.equal((await fetch(`${at}/missing.js`)).headers.get("server"), "nginx");
    });
});
