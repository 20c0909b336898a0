import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { Network } from "../../../components/network/network";
import { settled, startRecording } from "../../support/recorder";
import { large } from "./sample";

/** What each resource waits for, by name: the wish is in the request, which the mocks do not show. */
async function recordWaits(): Promise<ReadonlyMap<string, readonly string[]>> {
    await startRecording();
    const waits = new Map<string, readonly string[]>();
    const nameOf = (urn: string) => urn.slice(urn.lastIndexOf("::") + 2);
    const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
    const register = monitor.registerResource.bind(monitor);
    monitor.registerResource = (request, answer) => {
        const name = request.getName();
        // A component bears the name of its main resource, which waits with it.
        waits.set(name, [...(waits.get(name) ?? []), ...request.getDependenciesList().map(nameOf)]);
        return register(request, answer);
    };
    new Network("network", large);
    await settled();
    return waits;
}

interface Monitor {
    registerResource(request: RegisterResourceRequest, answer: unknown): Promise<void>;
}

describe("Network is made in an order that Azure can follow:", () => {
    let waits: ReadonlyMap<string, readonly string[]>;

    before(async () => {
        waits = await recordWaits();
    });

    const ORDER: [later: string, earlier: string, why: string][] = [
        ["network-edge", "network", "a subnet after its network"],
        ["network-endpoints", "network-edge", "one subnet after the other"],
        ["network-database", "network-endpoints", "one subnet after the other"],
        ["network-apiServer", "network-database", "one subnet after the other"],
        ["network-bastion", "network-apiServer", "one subnet after the other"],
        ["network-firewall", "network-bastion", "one subnet after the other"],
        ["network-nodes", "network-firewall", "one subnet after the other"],
        ["network-egress-rules", "network-egress-policy", "rules after their policy"],
        ["network-egress", "network-egress-rules", "the firewall after its rules"],
        ["network-egress-routes", "network-egress", "the route after the firewall's address"],
        ["network-nodes", "network-egress-routes", "the nodes' subnet after its route"],
        ["network-bastion-host", "network-nodes", "Bastion after the last subnet"],
        ["network-dns-vault-link", "network-dns-vault", "a link after its zone"],
    ];
    for (const [later, earlier, why] of ORDER) {
        it(`${why} (${later} after ${earlier})`, () => {
            assert.ok(waits.get(later)?.includes(earlier));
        });
    }
});
