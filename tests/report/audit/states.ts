import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readState } from "../../../report/audit/state-file";
import type { StateResource } from "../../../report/audit/state-resource";

export const STACK_URN = "urn:pulumi:dev::clinic::pulumi:pulumi:Stack::clinic-dev";

export function urn(type: string, name: string): string {
    return `urn:pulumi:dev::clinic::${type}::${name}`;
}

/** A resource as the engine writes it; the type may have those of its parents before it, as in a URN. */
export function resource(type: string, name: string, inputs: object = {}, more: object = {}): object {
    return { urn: urn(type, name), custom: true, type: type.split("$").at(-1), inputs, ...more };
}

export const STACK = { urn: STACK_URN, custom: false, type: "pulumi:pulumi:Stack" };

/** What `pulumi stack export` writes. */
export function exported(resources: readonly object[], more: object = {}): string {
    const manifest = { time: "2026-11-21T09:30:00Z", magic: "0", version: "v3.225.0" };
    const deployment = { manifest, secrets_providers: { type: "passphrase" }, resources, ...more };
    return JSON.stringify({ version: 3, deployment, metadata: {} }, null, 4);
}

/** A folder for the states and the reports of a test. */
export class StateFolder {
    private constructor(public readonly directory: string) {}

    public static async create(): Promise<StateFolder> {
        return new StateFolder(await mkdtemp(join(tmpdir(), "audit-test-")));
    }

    public path(...segments: string[]): string {
        return join(this.directory, ...segments);
    }

    /** Writes a state and returns its path. */
    public async write(text: string): Promise<string> {
        await writeFile(this.path("state.json"), text);
        return this.path("state.json");
    }

    /** Writes a state of Deployments with large outputs, without holding it, and returns its path. */
    public async writeLarge(count: number, outputBytes: number): Promise<string> {
        const stream = createWriteStream(this.path("state.json"));
        const [head = "", tail = ""] = exported([STACK, { placeholder: true }]).split(
            /\{\s*"placeholder": true\s*\}/,
        );
        stream.write(head);
        for (let index = 0; index < count; index++) {
            const deployment = resource(
                "kubernetes:apps/v1:Deployment",
                `app-${index.toString()}`,
                { spec: { template: { spec: { containers: [{ name: "main", image: "app" }] } } } },
                { outputs: { padding: "x".repeat(outputBytes) } },
            );
            if (!stream.write((index === 0 ? "" : ",") + JSON.stringify(deployment))) {
                await once(stream, "drain");
            }
        }
        stream.end(tail);
        await once(stream, "finish");
        return this.path("state.json");
    }

    public async remove(): Promise<void> {
        await rm(this.directory, { recursive: true });
    }
}

/** All resources of a state at once. */
export async function allOf(file: string): Promise<readonly StateResource[]> {
    const all: StateResource[] = [];
    for await (const batch of readState(file)) {
        all.push(...batch);
    }
    return all;
}
