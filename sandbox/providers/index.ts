import { azureNative } from "./azure-native/provider";
import type { Objects } from "./kubernetes/objects";
import { kubernetes } from "./kubernetes/provider";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { serveOnLoopback } from "../loopback";
import type { AttachedPlugin } from "../plugin-markers";
import { serviceHandlers } from "./protocol/handlers";
import { random } from "./random/provider";
import { tls } from "./tls/provider";

/** The stand-ins that listen in this process, by package name. */
export interface RunningProviders {
    /** What the engine finds them by. */
    readonly plugins: readonly AttachedPlugin[];
    readonly ports: Readonly<Record<string, number>>;
    /** Ends them all; calls still in flight fail. */
    close(): void;
}

/**
 * Serves the stand-ins for azure-native, kubernetes, random and tls, to which the engine attaches by port.
 *
 * @param objects What holds the Kubernetes objects.
 */
export async function serveProviders(objects: Objects): Promise<RunningProviders> {
    const running = await Promise.all(
        [azureNative, kubernetes(objects), random, tls].map(async (plugin) => ({
            plugin,
            server: await serveOnLoopback(ResourceProviderService, serviceHandlers(plugin)),
        })),
    );
    return {
        plugins: running.map(({ plugin: { name, version } }) => ({ kind: "resource", name, version })),
        ports: Object.fromEntries(running.map(({ plugin, server }) => [plugin.name, server.port])),
        close: () => {
            for (const { server } of running) {
                server.close();
            }
        },
    };
}
