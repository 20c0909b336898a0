import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Schema, Validator } from "@cfworker/json-schema";
import { STACKS, stackConfig } from "../../architecture/stack-config";
import type { ObservabilitySettings } from "../../components/observability/settings";
import { tempoConfig } from "../../components/observability/traces/tempo-config";

/** Written from Tempo's own structures: no registry of programs that the tests install from has Tempo. */
const SCHEMA = join(__dirname, "../components/observability/tempo-config.schema.json");

describe("the configuration of Tempo", () => {
    const validator = new Validator(JSON.parse(readFileSync(SCHEMA, "utf8")) as Schema, "2020-12");

    const configOf = (stack: (typeof STACKS)[number]) => {
        const { traces } = JSON.parse(
            stackConfig(stack)["audioprothese-plus:observability"] ?? "{}",
        ) as ObservabilitySettings;
        return tempoConfig({
            blobs: { accountName: "stexample", container: "tempo" },
            retentionDays: traces.retentionDays,
        });
    };

    for (const stack of STACKS) {
        it(`fits the schema of its version in ${stack}`, () => {
            const { valid, errors } = validator.validate(JSON.parse(configOf(stack)));
            assert.deepEqual([valid, errors], [true, []]);
        });
    }

    for (const [right, wrong] of [
        ['"compactor"', '"backend_scheduler"'],
        ['"block_retention": "336h"', '"block_retention": "14d"'],
        ['"use_federated_token": true', '"use_federated_token": false'],
        ['"wal"', '"write_ahead_log"'],
        ['"reporting_enabled"', '"enabled"'],
    ] as const) {
        it(`would not with ${wrong}`, () => {
            const config = configOf("prod");
            assert.ok(config.includes(right));
            assert.equal(validator.validate(JSON.parse(config.replace(right, wrong))).valid, false);
        });
    }
});
