import * as pulumi from "@pulumi/pulumi";

import type { Operation, State } from "../../sandbox/providers/protocol/provider";
import type { Properties } from "../../sandbox/providers/protocol/values";
import { tls } from "../../sandbox/providers/tls/provider";

const operation: Operation = {
    urn: "",
    signal: new AbortController().signal,
    progress: () => undefined,
    warn: console.warn,
};

/** Makes the certificates that the platform's program asks for, by the sandbox's stand-in. It keeps those that it has made. */
export class Issuer {
    /** State of what it made, by type and name. */
    private readonly made = new Map<string, State>();

    /** The values of what a part of the program makes. */
    async issue(
        make: (parent: pulumi.Resource) => Readonly<Record<string, pulumi.Output<string>>>,
    ): Promise<Readonly<Record<string, string>>> {
        await pulumi.runtime.setMocks({
            newResource: async ({ type, name, inputs }) => {
                const key = `${type} ${name}`;
                const state = this.made.get(key) ?? (await create(type, name, inputs as Properties));
                this.made.set(key, state);
                return { id: state.id, state: state.outputs };
            },
            call: () => ({}),
        });
        const parts = make(new pulumi.ComponentResource("tests:programs:Issuer", "issuer"));
        return new Promise((resolve) => pulumi.all(parts).apply(resolve));
    }
}

async function create(type: string, name: string, inputs: Properties): Promise<State> {
    if (!type.startsWith("tls:")) {
        return { id: name, outputs: inputs };
    }
    return tls.open().create({ type, name, inputs, preview: false, operation });
}
