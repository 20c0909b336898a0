import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gatewayConfig } from "../../../components/openmrs/gateway-config";
import { type Asked, ask, freePort, startDns, startUpstream, type Upstream } from "./network";
import { localised, type NginxServer, startNginx } from "./server";

export const PUBLIC = "openmrs.example.fr";
export const ADMIN = "administration.example.fr";
const BACKEND = "openmrs-backend.openmrs.svc.cluster.local";
const FRONTEND = "openmrs-frontend.openmrs.svc.cluster.local";

/** Allows for the download of a first run. */
export const INSTALL_MS = 10 * 60_000;

/** A self-signed certificate with its key behind it, as the vault hands them out. */
export function certificate(file: string, name: string): void {
    const openssl = (...args: string[]) =>
        execFileSync("openssl", args, { stdio: ["ignore", "pipe", "ignore"] });
    const made = openssl(
        ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"],
        ...["-keyout", `${file}.key`, "-out", `${file}.crt`, "-subj", `/CN=${name}`],
    );
    assert.equal(made.length, 0);
    execFileSync("sh", ["-c", 'cat "$1.crt" "$1.key" > "$1.new" && mv "$1.new" "$1"', "sh", file]);
}

/** A gateway before one frontend and some backends, of which none need be there. */
export class Gateway {
    private constructor(
        readonly directory: string,
        readonly port: number,
        readonly healthPort: number,
        readonly frontend: Upstream,
        readonly backends: readonly Upstream[],
        private readonly nginx: NginxServer,
        private readonly closeDns: () => void,
    ) {}

    static async start(addresses: readonly string[], clustered: boolean): Promise<Gateway> {
        const directory = await mkdtemp(join(tmpdir(), "gateway-"));
        await mkdir(join(directory, "tls"));
        certificate(join(directory, "tls/public.pem"), PUBLIC);
        certificate(join(directory, "tls/administration.pem"), ADMIN);
        const [port, health, status, upstreamPort] = await Promise.all([
            freePort(),
            freePort(),
            freePort(),
            freePort(),
        ]);
        const frontend = await startUpstream("frontend", "127.0.0.9", upstreamPort);
        const backends = await Promise.all(
            addresses.map((address) => startUpstream(address, address, upstreamPort)),
        );
        const dns = await startDns(
            new Map([
                [FRONTEND, ["127.0.0.9"]],
                [BACKEND, addresses],
            ]),
        );
        const config = gatewayConfig({
            host: PUBLIC,
            adminHost: ADMIN,
            dnsServiceIp: "192.168.0.10",
            backend: { namespace: "openmrs", workload: "openmrs-backend", port: upstreamPort },
            frontend: { namespace: "openmrs", workload: "openmrs-frontend", port: upstreamPort },
            clustered,
        });
        const own = localised(config, directory, { 8443: port, 8082: health, 8081: status }, dns.address);
        const nginx = await startNginx(directory, own, port);
        const gateway = new Gateway(directory, port, health, frontend, backends, nginx, dns.close);
        try {
            await gateway.known();
            return gateway;
        } catch (error) {
            await gateway.stop();
            throw error;
        }
    }

    /** Waits until nginx has heard of its upstreams, as the probes of a pod would. */
    private async known(): Promise<void> {
        for (let tries = 0; tries < 100; tries++) {
            const answers = await Promise.all([
                this.get("/openmrs/spa/known"),
                this.get("/openmrs/ws/rest/v1/known", { "X-Forwarded-For": "192.0.2.200" }),
            ]);
            if (answers.every(({ status }) => status === 200)) {
                return;
            }
            await new Promise((resolve) => setTimeout(resolve, 50));
        }
        throw new Error(`gateway: expected it to find its upstreams, got "${await this.nginx.log()}"`);
    }

    get(path: string, headers: Readonly<Record<string, string>> = {}, host = PUBLIC) {
        return ask(this.port, { host, path, headers });
    }

    ask(asked: Asked) {
        return ask(this.port, asked);
    }

    log() {
        return this.nginx.log();
    }

    async stop(): Promise<void> {
        await this.nginx.stop();
        await Promise.all([this.frontend, ...this.backends].map((upstream) => upstream.close()));
        this.closeDns();
        await rm(this.directory, { recursive: true, force: true });
    }
}
