import * as assert from "node:assert/strict";
import { Network } from "../../../components/network/network";
import { PrivateLink } from "../../../components/network/private-link";
import { recordDependencies } from "../../support/dependencies";
import { settled, startRecording } from "../../support/recorder";
import { scope } from "../../support/scope";
import { large } from "./sample";

describe("Network is made in an order that Azure can follow:", () => {
    let dependenciesOf: (name: string) => readonly string[];

    before(async () => {
        await startRecording();
        dependenciesOf = recordDependencies();
        const { privateEndpoints } = new Network("network", large);
        new PrivateLink("link", {
            ...scope,
            endpointName: "pep",
            serviceId: "service",
            groupId: "vault",
            zones: ["vault"],
            privateEndpoints,
        });
        await settled();
    });

    const ORDER: [later: string, earlier: string, why: string][] = [
        ["network-edge", "network", "a subnet after its network"],
        ["network-endpoints", "network-edge", "one subnet after the other"],
        ["network-database", "network-endpoints", "one subnet after the other"],
        ["network-apiServer", "network-database", "one subnet after the other"],
        ["network-bastion", "network-apiServer", "one subnet after the other"],
        ["network-firewall", "network-bastion", "one subnet after the other"],
        ["network-runners", "network-firewall", "one subnet after the other"],
        ["network-nodes", "network-runners", "one subnet after the other"],
        ["network-egress-rules", "network-egress-policy", "rules after their policy"],
        ["network-egress", "network-egress-rules", "the firewall after its rules"],
        ["network-egress-routes", "network-egress", "the route after the firewall's address"],
        ["network-runners", "network-egress-routes", "the runners' subnet after its route"],
        ["network-nodes", "network-egress-routes", "the nodes' subnet after its route"],
        ["network-bastion-host", "network-nodes", "Bastion after the last subnet"],
        ["link-endpoint", "network-nodes", "a private endpoint after the last subnet"],
        ["network-dns-vault-link", "network-dns-vault", "a link after its zone"],
    ];
    for (const [later, earlier, why] of ORDER) {
        it(`${why} (${later} after ${earlier})`, () => {
            assert.ok(dependenciesOf(later).includes(earlier));
        });
    }
});
