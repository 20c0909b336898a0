import * as assert from "node:assert/strict";
import { once } from "node:events";
import { createServer as createPlain, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer } from "node:https";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TLSSocket } from "node:tls";
import { blackboxConfig, type ProbeModule } from "../../components/observability/metrics/blackbox-config";
import { CANARY_EXPORT } from "../../components/observability/metrics/canary";
import { type RunningProgram, startProgram, textAt } from "../components/observability/metrics/program";
import { type Authority, createAuthority } from "../../sandbox/cluster/certificates";
import { goProgram } from "./install/go-programs";
import { valuesIn } from "./mariadb-exporter";
import { freePort } from "./nginx/network";

/** Allows for the build of a first run. */
const BUILD_MS = 10 * 60_000;

const OPENMRS = "openmrs.example";
const GRAFANA = "grafana.example";

interface Answer {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: string;
}

const PAGE: Answer = { status: 200, headers: { "Content-Type": "text/html" }, body: "<!doctype html>" };
const SESSION: Answer = { status: 200, body: '{"authenticated":false}' };

/** The platform's questions, put by the real exporter to a server of the test, whose authority stands for the public ones. */
describe("the blackbox exporter, which asks as users do,", () => {
    let folder: string;
    let authority: Authority;
    let exporter: RunningProgram | undefined;
    let at: string;
    const servers: Server[] = [];

    before(async function () {
        this.timeout(BUILD_MS);
        await goProgram("blackbox_exporter", console.log);
        folder = await mkdtemp(join(tmpdir(), "blackbox-"));
        authority = await createAuthority("public");
        await writeFile(join(folder, "authorities.pem"), authority.certificate);
        const config = join(folder, "blackbox.yml");
        await writeFile(config, blackboxConfig({ openmrs: OPENMRS, grafana: GRAFANA }));
        const port = await freePort();
        at = `http://127.0.0.1:${port.toString()}`;
        exporter = await startProgram("blackbox_exporter", {
            args: [`--config.file=${config}`, `--web.listen-address=127.0.0.1:${port.toString()}`],
            ready: `${at}/-/healthy`,
            env: {
                SSL_CERT_FILE: join(folder, "authorities.pem"),
                SSL_CERT_DIR: join(folder, "none"),
            },
        });
    });
    after(async () => {
        await exporter?.stop();
        for (const server of servers) {
            server.close();
        }
        await rm(folder, { recursive: true, force: true });
    });

    async function listening(server: Server): Promise<string> {
        servers.push(server);
        server.listen(0, "127.0.0.1");
        await once(server, "listening");
        return `127.0.0.1:${(server.address() as AddressInfo).port.toString()}`;
    }

    const answering = (answer: Answer) => (_: IncomingMessage, response: ServerResponse) => {
        response.writeHead(answer.status, answer.headers).end(answer.body);
    };

    /** A server of that name, which answers so to whoever names it in the handshake and in the request. */
    async function secure(name: string, answer: Answer, by = authority): Promise<string> {
        const { certificate, key } = await by.issue({ name, hosts: [{ type: "dns", value: name }] });
        const server = createServer({ cert: certificate, key }, (request, response) => {
            const named = request.socket instanceof TLSSocket ? request.socket.servername : "";
            const known = named === name && request.headers.host === name;
            answering(known ? answer : { status: 421, body: "" })(request, response);
        });
        return `https://${await listening(server)}`;
    }

    async function asked(module: ProbeModule, url: string): Promise<Readonly<Record<string, number>>> {
        const text = await textAt(`${at}/probe?module=${module}&target=${encodeURIComponent(url)}`);
        return valuesIn(text, /^probe_(success|ssl_earliest_cert_expiry|http_status_code)$/);
    }

    const success = async (module: ProbeModule, url: string) => (await asked(module, url)).probe_success;

    it("finds the home page and the session where the gateway has them, and when its certificate ends", async () => {
        const home = await asked("home", await secure(OPENMRS, PAGE));
        assert.equal(home.probe_success, 1);
        const days = ((home.probe_ssl_earliest_cert_expiry ?? 0) - Date.now() / 1000) / 86_400;
        assert.ok(days > 360 && days < 367, days.toString());
        assert.equal(await success("session", await secure(OPENMRS, SESSION)), 1);
    });

    it("believes no gateway that a browser would not believe", async () => {
        const stranger = await createAuthority("stranger");
        assert.equal(await success("home", await secure(OPENMRS, PAGE, stranger)), 0);
        assert.equal(await success("session", await secure("other.example", SESSION)), 0);
    });

    it("takes no other page, no error and no redirection for the one that it asked for", async () => {
        assert.equal(await success("home", await secure(OPENMRS, SESSION)), 0);
        assert.equal(await success("session", await secure(OPENMRS, PAGE)), 0);
        assert.equal(await success("home", await secure(OPENMRS, { ...PAGE, status: 503 })), 0);
        const moved = { status: 302, headers: { Location: "/" }, body: "" };
        assert.equal(await success("home", await secure(OPENMRS, moved)), 0);
    });

    it("finds Grafana's page of sign-in under whatever authority, or where that leads on to Entra", async () => {
        const own = await createAuthority("private");
        assert.equal(await success("grafana", await secure(GRAFANA, PAGE, own)), 1);
        const toEntra = { status: 302, headers: { Location: "https://login.example/" }, body: "" };
        assert.equal(await success("grafana", await secure(GRAFANA, toEntra, own)), 1);
        assert.equal(await success("grafana", await secure(GRAFANA, { ...PAGE, status: 500 }, own)), 0);
    });

    it("tells whether a page in clear answers", async () => {
        const page = async (status: number) =>
            `http://${await listening(createPlain(answering({ status, body: "" })))}`;
        assert.equal(await success("page", await page(200)), 1);
        assert.equal(await success("page", await page(503)), 0);
    });

    it("sends the canary as a collector takes it", async () => {
        let received: { type: string | undefined; method: string | undefined; body: string } | undefined;
        const collector = createPlain((request, response) => {
            let body = "";
            request.on("data", (part: Buffer) => (body += part.toString()));
            request.on("end", () => {
                const { method, headers } = request;
                received = { type: headers["content-type"], method, body };
                response.end('{"partialSuccess":{}}');
            });
        });
        assert.equal(await success("redaction", `http://${await listening(collector)}/v1/logs`), 1);
        assert.deepEqual(received, { type: "application/json", method: "POST", body: CANARY_EXPORT });
    });
});
