import { status } from "@grpc/grpc-js";
import type { Plugin, Provider } from "./provider";
import { ProviderError } from "./provider-error";

/** What the engine has said over one of its connections. */
export interface Connection {
    /** Forgets all: another engine speaks from here. */
    reset(): void;
    /** From now on every call but `reset` is refused. */
    cancel(): void;
    configure(variables: ReadonlyMap<string, string>): void;
    /** The provider, configured or not. */
    provider(): Provider;
    /** The provider, or an error when it was not configured. */
    configured(): Provider;
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
    let cancelled = false;
    const live = (): Provider => {
        if (cancelled) {
            throw new ProviderError(
                `${plugin.name}: expected no call after Cancel, got one`,
                status.CANCELLED,
            );
        }
        return provider;
    };
    return {
        reset: () => {
            provider = plugin.open();
            configured = false;
            cancelled = false;
        },
        cancel: () => {
            cancelled = true;
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
    };
}
