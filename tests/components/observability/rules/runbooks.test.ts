import * as assert from "node:assert/strict";
import { graphOf } from "../../../graph/recorded";
import { RECORDING_MS } from "../metrics/stacks";
import { subjects } from "./harness";

const KINDS = ["Deployment", "StatefulSet", "DaemonSet"] as const;

interface Running {
    readonly metadata: { readonly name: string; readonly namespace: string };
    readonly spec: {
        readonly template: {
            readonly spec: Readonly<
                Partial<Record<"containers" | "initContainers", readonly { readonly name: string }[]>>
            >;
        };
    };
}

/** What may be asked for by name: `namespace/workload` with its containers, and `kind namespace/workload`. */
async function known() {
    const containers = new Map<string, ReadonlySet<string>>();
    const kinds = new Set<string>();
    for (const stack of ["dev", "prod"] as const) {
        const { resources } = await graphOf(stack);
        for (const { type, inputs } of resources) {
            const kind = KINDS.find((one) => type === `kubernetes:apps/v1:${one}`);
            if (kind !== undefined) {
                const { metadata, spec } = inputs as unknown as Running;
                const name = `${metadata.namespace}/${metadata.name}`;
                const { containers: own = [], initContainers = [] } = spec.template.spec;
                containers.set(name, new Set([...own, ...initContainers].map((one) => one.name)));
                kinds.add(`${kind.toLowerCase()} ${name}`);
            }
        }
    }
    return { containers, kinds };
}

/** Commands of the runbooks that name a workload of ours, with where they look. */
function commands() {
    const texts = new Set(
        subjects().flatMap(({ rule: { runbook } }) =>
            [runbook.meaning, runbook.impact, ...runbook.checks, ...runbook.remedies].flatMap((text) =>
                [...text.matchAll(/`(kubectl [^`]+)`/g)].map(([, command = ""]) => command),
            ),
        ),
    );
    const word = (command: string, pattern: RegExp) => pattern.exec(command)?.[1];
    return [...texts].flatMap((command) => {
        const namespace = word(command, /--namespace ([a-z-]+)/);
        const workload =
            word(command, /app\.kubernetes\.io\/name=([a-z-]+)/) ??
            word(command, / (?!data-)([a-z][a-z-]*)-\d(?: |$)/) ??
            word(command, /(?:deployment|statefulset) ([a-z-]+)/);
        const kind = word(command, /(deployment|statefulset) [a-z]/);
        const container = word(command, /--container ([a-z-]+)/);
        return namespace === undefined || workload === undefined
            ? []
            : [{ command, name: `${namespace}/${workload}`, kind, container }];
    });
}

describe("the commands of the runbooks", function () {
    this.timeout(RECORDING_MS);

    it("name workloads and containers that a stack has", async () => {
        const { containers, kinds } = await known();
        const found = commands();
        assert.ok(found.length > 30, `got ${found.length.toString()} commands alone`);
        for (const { command, name, kind, container } of found) {
            const own = containers.get(name);
            assert.ok(own, `no workload ${name}: ${command}`);
            assert.ok(
                container === undefined || own.has(container),
                `no container ${container ?? ""}: ${command}`,
            );
            assert.ok(
                kind === undefined || kinds.has(`${kind} ${name}`),
                `no ${kind ?? ""} ${name}: ${command}`,
            );
        }
    });
});
