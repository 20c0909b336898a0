import * as assert from "node:assert/strict";
import * as ipaddr from "ipaddr.js";
import { ADDRESS_SPACE_PREFIX, planAddresses, sizeOf } from "../../../components/network/address-plan";

const plan = (addressSpace: string) =>
    planAddresses({ addressSpace, podCidr: "172.16.0.0/14", serviceCidr: "192.168.0.0/20" });

const first = (range: string) => ipaddr.IPv4.networkAddressFromCIDR(range).toString();
const last = (range: string) => ipaddr.IPv4.broadcastAddressFromCIDR(range).toString();
const lies = (address: string, range: string) =>
    ipaddr.IPv4.parse(address).match(ipaddr.IPv4.parseCIDR(range));

describe("planAddresses", () => {
    it("lays every subnet end to end, the largest first", () => {
        assert.deepEqual(plan("10.40.0.0/16").subnets, {
            nodes: "10.40.0.0/22",
            edge: "10.40.4.0/24",
            firewall: "10.40.5.0/26",
            bastion: "10.40.5.64/26",
            endpoints: "10.40.5.128/26",
            database: "10.40.5.192/27",
            apiServer: "10.40.5.224/27",
            runners: "10.40.6.0/27",
        });
    });

    // The last ones cross from one octet to the next, and reach the end of all addresses' octet.
    for (const space of ["10.0.0.0/8", "10.40.0.0/21", "172.31.248.0/21", "192.168.248.0/21"]) {
        describe(`in ${space}`, () => {
            const ranges = Object.values(plan(space).subnets);

            it("starts each subnet on its own boundary", () => {
                assert.deepEqual(
                    ranges.map((range) => range.split("/", 1)[0]),
                    ranges.map(first),
                );
            });

            it("keeps every subnet inside the space", () => {
                assert.deepEqual(
                    ranges.filter((range) => !lies(first(range), space) || !lies(last(range), space)),
                    [],
                );
            });

            it("lets no subnet meet another", () => {
                const meeting = ranges.flatMap((range) =>
                    ranges.filter((other) => other !== range && lies(first(other), range)),
                );
                assert.deepEqual(meeting, []);
            });
        });
    }

    it("fits the smallest space that is accepted, and no smaller one", () => {
        const smallest = `10.40.0.0/${ADDRESS_SPACE_PREFIX.max.toString()}`;
        const smaller = `10.40.0.0/${(ADDRESS_SPACE_PREFIX.max + 1).toString()}`;
        const needed = Object.values(plan(smallest).subnets).reduce((sum, range) => sum + sizeOf(range), 0);
        assert.ok(needed <= sizeOf(smallest));
        assert.ok(needed > sizeOf(smaller));
    });

    it("gives each subnet the least that Azure takes for it, or more", () => {
        const { firewall, bastion, apiServer, edge } = plan("10.40.0.0/16").subnets;
        assert.deepEqual([firewall, bastion, apiServer, edge].map(sizeOf), [64, 64, 32, 256]);
    });

    it("puts the mesh's ingress at the end of the nodes' subnet, before its broadcast address", () => {
        const { ingressIp, subnets } = plan("10.40.0.0/16");
        assert.equal(ingressIp, "10.40.3.254");
        assert.ok(lies(ingressIp, subnets.nodes));
        assert.notEqual(ingressIp, last(subnets.nodes));
    });

    it("puts the cluster's DNS at the tenth address of its services", () => {
        assert.equal(plan("10.40.0.0/16").dnsServiceIp, "192.168.0.10");
    });

    it("repeats the ranges that it was given", () => {
        const { addressSpace, podCidr, serviceCidr } = plan("10.40.0.0/16");
        assert.deepEqual(
            [addressSpace, podCidr, serviceCidr],
            ["10.40.0.0/16", "172.16.0.0/14", "192.168.0.0/20"],
        );
    });

    it("moves no subnet when the space grows or the other ranges change", () => {
        const grown = planAddresses({
            addressSpace: "10.40.0.0/14",
            podCidr: "100.64.0.0/16",
            serviceCidr: "172.20.0.0/16",
        });
        assert.deepEqual(grown.subnets, plan("10.40.0.0/21").subnets);
    });
});
