import * as assert from "node:assert/strict";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { getMonitor } from "@pulumi/pulumi/runtime/settings";

/** The part of Pulumi's stand-in for the engine that takes a resource in. */
interface Monitor {
    registerResource(request: RegisterResourceRequest, callback: unknown): Promise<void>;
}

/**
 * Keeps from now on what each resource waits for, by name: what it depends on outright, or by an input. To be called
 * when the recording has begun. The order in which resources are recorded proves no such thing. A component and its main
 * resource may share a name: what either waits for counts.
 */
export function recordDependencies(): (name: string) => readonly string[] {
    const dependencies = new Map<string, readonly string[]>();
    const monitor = getMonitor() as unknown as Monitor;
    const register = monitor.registerResource.bind(monitor);
    monitor.registerResource = (request, callback) => {
        const name = request.getName();
        const found = dependencies.get(name) ?? [];
        dependencies.set(name, [...found, ...request.getDependenciesList().map(nameOf)]);
        return register(request, callback);
    };
    return (name) => {
        const found = dependencies.get(name);
        assert.ok(found, `${name}: expected a recorded resource`);
        return found;
    };
}

/** Of `urn:pulumi:<stack>::<project>::<type>::<name>`. */
const nameOf = (urn: string) => urn.slice(urn.lastIndexOf("::") + 2);
