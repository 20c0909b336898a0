import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { parseConfig } from "../config";
import { programSchema } from "../config/schema";
import { type Change, REFUSALS } from "./config/refusals";
import { declaredKeys, stackRecord } from "./support/stack-record";

const P = "audioprothese-plus";
const network = `${P}:network`;

function changed(...changes: readonly Change[]): Record<string, string> {
    const record = new Map(Object.entries(stackRecord("dev")));
    for (const [key, change] of changes) {
        if (change === undefined) {
            assert.ok(record.delete(key), `${key} is no key of the stack`);
        } else if (typeof change === "string") {
            record.set(key, change);
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
            const config = parseConfig(stackRecord(stack));
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

    for (const [title, change, faults] of REFUSALS) {
        it(`refuses ${title}`, () => {
            const count = faults.length === 1 ? "1 fault" : `${faults.length.toString()} faults`;
            assert.deepEqual(refusal(changed(change)), [
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
            [network, { addressSpace: "10.40.0.0", nodesSubnet: "x" }],
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
                `${network}.nodesSubnet`,
            ],
        );
    });

    it("refuses a prefix that makes a name too long for Azure, with the name", () => {
        const record = changed([`${P}:namePrefix`, "audiopro"], [`${P}:environment`, "prepr"]);
        assert.deepEqual(refusal(record), [
            "the configuration of the stack has 1 fault:",
            `${P}:namePrefix: expected a prefix that fits Azure's limits, got "kv-audiopro-core-prepr-frc" (26 characters, Azure accepts 24)`,
        ]);
    });

    it("refuses a secret without repeating it", () => {
        const key = `${P}:costCenter`;
        assert.deepEqual(refusal(changed([key, "hunter2"]), new Set([key, "azure-native:clientSecret"])), [
            "the configuration of the stack has 1 fault:",
            `${key}: expected a plain value, got a secret`,
        ]);
    });

    it("shortens a long value", () => {
        const [, fault] = refusal(changed([`${P}:owner`, "x".repeat(500)]));
        assert.equal(fault, `${P}:owner: expected an e-mail address, got "${"x".repeat(79)}...`);
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

describe("Pulumi.yaml", () => {
    it("declares exactly the keys that the program reads", () => {
        assert.deepEqual([...declaredKeys()].sort(), Object.keys(programSchema.shape).sort());
    });
});
