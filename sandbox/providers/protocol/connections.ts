import { status } from "@grpc/grpc-js";
import { Engine } from "./engine";
import type { Operation, Plugin, Provider } from "./provider";
import { ProviderError } from "./provider-error";

/** What the engine has said over one of its connections. */
export interface Connection {
    /** Forgets all: another engine, which listens at an address, speaks from here. */
    attach(address: string): void;
    /** Stops what goes on; from now on every call but `attach` is refused. */
    cancel(): void;
    configure(variables: ReadonlyMap<string, string>): void;
    /** The provider, configured or not. */
    provider(): Provider;
    /** The provider, or an error when it was not configured. */
    configured(): Provider;
    /** The means of a call that concerns a resource; no time limit when it is 0. */
    operation(urn: string, timeoutSeconds: number): Operation;
}

/**
 * The connections of one stand-in by peer address. The engine opens one for each provider resource
 * (default and explicit ones) and run, and each has its own configuration and its own end.
 */
export function connections(plugin: Plugin): (peer: string) => Connection {
    const known = new Map<string, Connection>();
    return (peer) => {
        const connection = known.get(peer) ?? open(plugin);
        known.set(peer, connection);
        return connection;
    };
}

function open(plugin: Plugin): Connection {
    let provider = plugin.open();
    let configured = false;
    let cancelling = new AbortController();
    let engine: Engine | undefined;
    const live = (): Provider => {
        if (cancelling.signal.aborted) {
            throw new ProviderError(
                `${plugin.name}: expected no call after Cancel, got one`,
                status.CANCELLED,
            );
        }
        return provider;
    };
    return {
        attach: (address) => {
            provider = plugin.open();
            configured = false;
            cancelling = new AbortController();
            engine?.close();
            engine = address === "" ? undefined : new Engine(address);
        },
        cancel: () => {
            cancelling.abort();
        },
        configure: (variables) => {
            live().configure(variables);
            configured = true;
        },
        provider: live,
        configured: () => {
            if (!configured) {
                throw new ProviderError(
                    `${plugin.name}: expected Configure before any other call, got none`,
                    status.FAILED_PRECONDITION,
                );
            }
            return live();
        },
        operation: (urn, timeoutSeconds) => ({
            urn,
            ...(timeoutSeconds > 0 ? { timeoutSeconds } : {}),
            signal: cancelling.signal,
            progress: (line) => engine?.progress(urn, line),
            warn: (line) => engine?.warn(urn, line),
        }),
    };
}
