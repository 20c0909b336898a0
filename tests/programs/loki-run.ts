import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LOKI_DATA, lokiConfig, type LokiConfigArgs } from "../../components/observability/logs/loki-config";
import { startProgram } from "../components/observability/metrics/program";
import { freePort } from "./nginx/network";

export const LOKI_ARGS: LokiConfigArgs = {
    namespace: "observability",
    storage: { accountName: "stloki", container: "loki" },
    replicas: 1,
    retention: { auditRetentionDays: 365, applicationRetentionDays: 90 },
};

/** The parts of the configuration that are of the place it runs in. */
interface Config {
    readonly server: Record<string, unknown>;
    readonly memberlist: Record<string, unknown>;
    readonly schema_config: { readonly configs: Record<string, unknown>[] };
    readonly storage_config: Record<string, unknown>;
    readonly compactor: Record<string, unknown>;
}

/** The platform's configuration, but for the storage account, whose place a folder takes, and for the ports. */
function onLoopback(folder: string, ports: readonly [number, number, number]): string {
    const [http, grpc, memberlist] = ports;
    const config = JSON.parse(lokiConfig(LOKI_ARGS).replaceAll(LOKI_DATA, folder)) as Config;
    Object.assign(config.server, {
        http_listen_address: "127.0.0.1",
        http_listen_port: http,
        grpc_listen_address: "127.0.0.1",
        grpc_listen_port: grpc,
    });
    Object.assign(config.memberlist, {
        bind_addr: ["127.0.0.1"],
        bind_port: memberlist,
        advertise_port: memberlist,
        join_members: [],
    });
    Object.assign(config.schema_config.configs[0] ?? {}, { object_store: "filesystem" });
    Object.assign(config.storage_config, { object_store: { filesystem: { dir: join(folder, "blobs") } } });
    Object.assign(config.compactor, { delete_request_store: "filesystem" });
    return JSON.stringify(config);
}

export interface RunningLoki {
    /** Such as http://127.0.0.1:3100. */
    readonly url: string;
    stop(): Promise<void>;
}

/** Starts the real Loki, on loopback. */
export async function startLoki(): Promise<RunningLoki> {
    const folder = await mkdtemp(join(tmpdir(), "loki-"));
    const ports = [await freePort(), await freePort(), await freePort()] as const;
    const url = `http://127.0.0.1:${ports[0].toString()}`;
    const file = join(folder, "loki.json");
    await writeFile(file, onLoopback(folder, ports));
    const program = await startProgram("loki", {
        args: [`-config.file=${file}`, "-config.expand-env=true"],
        ready: `${url}/ready`,
        env: { POD_IP: "127.0.0.1" },
    });
    return {
        url,
        stop: async () => {
            await program.stop();
            await rm(folder, { recursive: true, force: true });
        },
    };
}
