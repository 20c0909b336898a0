import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { declaredKeys, stackConfig } from "../architecture/stack-config";
import { parseConfig } from "../config";
import { isPaired, ZONED_REGIONS } from "../components/regions";
import { programSchema } from "../config/schema";
import { EEA_REGIONS } from "../policies/regions";
import { type Change, REFUSALS } from "./config/refusals";
import { REFUSED_OBSERVABILITY } from "./config/refused-observability";
import { REFUSED_PLATFORM } from "./config/refused-platform";
import { REFUSED_RANGES } from "./config/refused-ranges";
import { CLUSTERING, MANAGED, REFUSED_RELEASE } from "./config/refused-release";

const P = "audioprothese-plus";
const network = `${P}:network`;

/** Names that a prefix and an environment of the most letters make too long for Azure. */
const OVERLONG =
    '"kv-audiopro-core-prepr-frc" (26 characters, Azure accepts 24), "kv-audiopro-bak-prepr-frc" (25 characters, Azure accepts 24)';

function changed(...changes: readonly Change[]): Record<string, string> {
    const record = new Map(Object.entries(stackConfig("dev")));
    for (const [key, change] of changes) {
        if (change === undefined) {
            assert.ok(record.delete(key), `${key} is no key of the stack`);
        } else if (typeof change === "string" || Array.isArray(change)) {
            record.set(key, typeof change === "string" ? change : JSON.stringify(change));
        } else {
            const before = JSON.parse(record.get(key) ?? "{}") as object;
            record.set(key, JSON.stringify({ ...before, ...change }));
        }
    }
    return Object.fromEntries(record);
}

function refusal(record: Record<string, string>, secretKeys?: ReadonlySet<string>): string[] {
    try {
        parseConfig(record, secretKeys);
    } catch (error) {
        assert.ok(pulumi.RunError.isInstance(error), String(error));
        return error.message.split("\n");
    }
    return [];
}

describe("parseConfig", () => {
    for (const stack of ["dev", "prod"] as const) {
        it(`accepts the ${stack} stack`, () => {
            const config = parseConfig(stackConfig(stack));
            assert.equal(config.names.cluster, `aks-aplus-core-${stack}-frc`);
            assert.deepEqual(config.tags, {
                environment: stack,
                owner: "plateforme@audioprothese-plus.example",
                costCenter: `SI-${stack.toUpperCase()}`,
                hdsActivity: "5",
                dataClassification: "dscp",
                managedBy: "pulumi",
            });
        });
    }

    for (const [title, change, faults, ...given] of [
        ...REFUSALS,
        ...REFUSED_RANGES,
        ...REFUSED_PLATFORM,
        ...REFUSED_RELEASE,
        ...REFUSED_OBSERVABILITY,
    ]) {
        it(`refuses ${title}`, () => {
            const count = faults.length === 1 ? "1 fault" : `${faults.length.toString()} faults`;
            assert.deepEqual(refusal(changed(...given, change)), [
                `the configuration of the stack has ${count}:`,
                ...faults,
            ]);
        });
    }

    it("reports every fault at once", () => {
        const record = changed(
            ["azure-native:location", "eastus"],
            [`${P}:owner`, undefined],
            [`${P}:logRetentionDays`, "30"],
            [network, { addressSpace: "10.40.0.0", podCidr: "x" }],
        );
        const [title, ...faults] = refusal(record);
        assert.equal(title, "the configuration of the stack has 5 faults:");
        assert.deepEqual(
            faults.map((fault) => fault.split(": ")[0]),
            [
                "azure-native:location",
                `${P}:owner`,
                `${P}:logRetentionDays`,
                `${network}.addressSpace`,
                `${network}.podCidr`,
            ],
        );
    });

    it("reports faults of ranges, names and secrets along with all others", () => {
        const secret = `${P}:costCenter`;
        const record = changed(
            [`${P}:owner`, "nobody"],
            [`${P}:namePrefix`, "audiopro"],
            [`${P}:environment`, "prepr"],
            [secret, "hunter 2"],
            [network, { podCidr: "10.0.0.0/8" }],
        );
        assert.deepEqual(refusal(record, new Set([secret])), [
            "the configuration of the stack has 4 faults:",
            `${secret}: expected a plain value, got a secret`,
            `${P}:owner: expected an e-mail address of at most 256 characters, got "nobody"`,
            `${network}.podCidr: expected a range apart from addressSpace (10.40.0.0/16), got "10.0.0.0/8"`,
            `${P}:namePrefix: expected a prefix that fits Azure's limits, got ${OVERLONG}`,
        ]);
    });

    it("refuses a host name of more than 253 characters", () => {
        const host = `${"a.".repeat(126)}fr`;
        assert.equal(host.length, 254);
        assert.deepEqual(refusal(changed([`${P}:openmrs`, { host }])), [
            "the configuration of the stack has 1 fault:",
            `${P}:openmrs.host: expected a host name such as openmrs.example.fr, got "${host.slice(0, 79)}...`,
        ]);
    });

    it("refuses an owner that is longer than a tag", () => {
        const owner = `${"x".repeat(250)}@a.fr.eu`;
        assert.equal(refusal(changed([`${P}:owner`, owner])).length, 2);
        assert.deepEqual(refusal(changed([`${P}:owner`, owner.slice(2)])), []);
    });

    it("refuses a prefix that makes a name too long for Azure, with the name", () => {
        const record = changed([`${P}:namePrefix`, "audiopro"], [`${P}:environment`, "prepr"]);
        assert.deepEqual(refusal(record), [
            "the configuration of the stack has 1 fault:",
            `${P}:namePrefix: expected a prefix that fits Azure's limits, got ${OVERLONG}`,
        ]);
    });

    it("refuses a secret without repeating it", () => {
        const key = `${P}:costCenter`;
        assert.deepEqual(refusal(changed([key, "hunter2"]), new Set([key, "azure-native:clientSecret"])), [
            "the configuration of the stack has 1 fault:",
            `${key}: expected a plain value, got a secret`,
        ]);
    });

    it("refuses a secret among the provider's keys that it reads", () => {
        const key = "azure-native:tenantId";
        assert.deepEqual(refusal(changed([key, "hunter2"]), new Set([key])), [
            "the configuration of the stack has 1 fault:",
            `${key}: expected a plain value, got a secret`,
        ]);
    });

    it("judges how the ranges lie without the pools' sizes, and repeats nothing of a secret range", () => {
        const record = changed([`${P}:systemPool`, "many"], [network, { podCidr: "10.0.0.0/8" }]);
        assert.deepEqual(refusal(record), [
            "the configuration of the stack has 2 faults:",
            `${P}:systemPool: expected an object with vmSize, count, got "many"`,
            `${network}.podCidr: expected a range apart from addressSpace (10.40.0.0/16), got "10.0.0.0/8"`,
        ]);
        assert.deepEqual(refusal(record, new Set([network, `${P}:systemPool`])), [
            "the configuration of the stack has 2 faults:",
            `${network}: expected a plain value, got a secret`,
            `${P}:systemPool: expected a plain value, got a secret`,
        ]);
    });

    it("takes 50 mailboxes and 200 ranges", () => {
        const lists = (count: number, item: (index: string) => string) =>
            Array.from({ length: count }, (_, index) => item(index.toString()));
        const record = changed(
            [`${P}:alertEmails`, lists(50, (index) => `a${index}@example.fr`)],
            [`${P}:administratorSources`, lists(200, (index) => `192.0.2.${index}/32`)],
        );
        assert.deepEqual(refusal(record), []);
    });

    it("takes several servers of OpenMRS that share what they must", () => {
        const { clustering } = parseConfig(changed([`${P}:openmrs`, { clustering: CLUSTERING }])).openmrs;
        assert.deepEqual(clustering, CLUSTERING);
        const search = { host: "search.example.fr", port: 443 };
        assert.deepEqual(refusal(changed([`${P}:openmrs`, { clustering: { ...CLUSTERING, search } }])), []);
    });

    it("takes a first of March and a leap day for the day of the credentials", () => {
        for (const day of ["2026-03-01", "2028-02-29"]) {
            assert.deepEqual(refusal(changed([`${P}:credentialsRotatedOn`, day])), []);
        }
    });

    it("names a fault once, however many rules find it", () => {
        assert.deepEqual(refusal(changed([`${P}:logRetentionDays`, "1e20"])), [
            "the configuration of the stack has 1 fault:",
            `${P}:logRetentionDays: expected a whole number of days from 180 to 365, got 100000000000000000000`,
        ]);
    });

    it("shortens a long value", () => {
        const [, fault] = refusal(changed([`${P}:owner`, "x".repeat(500)]));
        assert.equal(
            fault,
            `${P}:owner: expected an e-mail address of at most 256 characters, got "${"x".repeat(79)}...`,
        );
    });

    it("takes a region's display name", () => {
        assert.equal(
            parseConfig(changed(["azure-native:location", "France Central"])).location,
            "francecentral",
        );
    });

    it("leaves the provider's other keys alone", () => {
        assert.deepEqual(refusal(changed(["azure-native:useOidc", "true"])), []);
    });
});

describe("ZONED_REGIONS", () => {
    it("holds regions of the EEA only", () => {
        assert.deepEqual(
            Object.keys(ZONED_REGIONS).filter((region) => !EEA_REGIONS.includes(region)),
            [],
        );
    });

    it("takes a copy in the pair of those that have one", () => {
        const copied = [`${P}:archive`, { redundancy: "GZRS" }] as const;
        const managed = [`${P}:database`, MANAGED] as const;
        for (const region of Object.keys(ZONED_REGIONS).filter(isPaired)) {
            assert.deepEqual(refusal(changed(["azure-native:location", region], copied, managed)), []);
        }
    });
});

describe("Pulumi.yaml", () => {
    it("declares exactly the keys that the program reads", () => {
        assert.deepEqual([...declaredKeys()].sort(), Object.keys(programSchema.shape).sort());
    });
});
