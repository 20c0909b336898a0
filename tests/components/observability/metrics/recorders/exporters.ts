import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer as createPlain } from "node:http";
import { createServer } from "node:https";
import { once } from "node:events";
import type { Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { blackboxConfig } from "../../../../../components/observability/metrics/blackbox-config";
import { nodeExporterOptions } from "../../../../../components/observability/metrics/node-exporter";
import { frontendConfig } from "../../../../../components/openmrs/frontend";
import { createAuthority } from "../../../../../sandbox/cluster/certificates";
import { freePort } from "../../../../programs/nginx/network";
import { localised, startNginx } from "../../../../programs/nginx/server";
import { metricsOf, startProgram, textAt } from "../program";

/** Runs something in a folder of its own. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), "ap-metrics-"));
    try {
        return await work(folder);
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

/** This machine in the place of a node. */
export async function nodeExporter(): Promise<string> {
    const port = await freePort();
    return metricsOf("node_exporter", port, [
        ...nodeExporterOptions("/"),
        `--web.listen-address=127.0.0.1:${port.toString()}`,
    ]);
}

/** Nginx with the frontend's own configuration, and its exporter. */
export const nginxExporter = (): Promise<string> =>
    inFolder(async (folder) => {
        const [page, status, port] = await Promise.all([freePort(), freePort(), freePort()]);
        await mkdir(join(folder, "html"));
        const config = localised(frontendConfig(), folder, { 8080: page, 8081: status });
        const nginx = await startNginx(folder, config, status);
        try {
            return await metricsOf("nginx-prometheus-exporter", port, [
                `--nginx.scrape-uri=http://127.0.0.1:${status.toString()}/status`,
                `--web.listen-address=127.0.0.1:${port.toString()}`,
            ]);
        } finally {
            await nginx.stop();
        }
    });

async function listening(server: Server): Promise<number> {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
}

/** What a probe in clear and one over TLS answer, and what the exporter tells of itself. */
export const blackboxExporter = (): Promise<{ readonly probes: string; readonly own: string }> =>
    inFolder(async (folder) => {
        const authority = await createAuthority("authority");
        const { certificate, key } = await authority.issue({
            name: "grafana.example",
            hosts: [{ type: "dns", value: "grafana.example" }],
        });
        const plain = createPlain((_, response) => response.end("up"));
        const secure = createServer({ cert: certificate, key }, (_, response) => response.end("up"));
        const [plainPort, securePort, port] = await Promise.all([
            listening(plain),
            listening(secure),
            freePort(),
        ]);
        const config = join(folder, "blackbox.yml");
        await writeFile(config, blackboxConfig({ openmrs: "openmrs.example", grafana: "grafana.example" }));
        const at = `http://127.0.0.1:${port.toString()}`;
        const exporter = await startProgram("blackbox_exporter", {
            args: [`--config.file=${config}`, `--web.listen-address=127.0.0.1:${port.toString()}`],
            ready: `${at}/-/healthy`,
        });
        const probe = (module: string, target: string) =>
            textAt(`${at}/probe?module=${module}&target=${encodeURIComponent(target)}`);
        try {
            const answers = [
                await probe("page", `http://127.0.0.1:${plainPort.toString()}`),
                await probe("grafana", `https://127.0.0.1:${securePort.toString()}`),
                // What a page that is not the expected one adds.
                await probe("session", `https://127.0.0.1:${securePort.toString()}`),
            ];
            return { probes: answers.join("\n"), own: await textAt(`${at}/metrics`) };
        } finally {
            await exporter.stop();
            plain.close();
            secure.close();
        }
    });
