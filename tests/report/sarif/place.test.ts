import * as assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { COMPONENT_FILES, fileOf } from "../../../report/sarif/place";

const ROOT = join(__dirname, "../../..");
const CLOUD = { architecture: "cloud" } as const;
const of = (types: string) => `urn:pulumi:dev::p::${types}::name`;

describe("where a finding is placed", () => {
    it("is known for every component of the program, and for nothing else", () => {
        const declared = readdirSync(join(ROOT, "components"), { recursive: true, encoding: "utf8" })
            .filter((file) => file.endsWith(".ts"))
            .map((file) => `components/${file}`)
            .flatMap((file) =>
                [...readFileSync(join(ROOT, file), "utf8").matchAll(/"(audioprothese:[\w-]+:\w+)"/g)].map(
                    ([, type]) => [type ?? "", file] as const,
                ),
            );

        assert.deepEqual(new Map([...COMPONENT_FILES].sort()), new Map(declared.sort()));
    });

    for (const [types, file] of [
        [
            "audioprothese:archive:Archive$azure-native:storage:StorageAccount",
            "components/archive/archive.ts",
        ],
        [
            "audioprothese:database:MariaDb$audioprothese:kubernetes:Workload$kubernetes:apps/v1:StatefulSet",
            "components/database/mariadb.ts",
        ],
        ["audioprothese:edge:Edge", "components/edge/edge.ts"],
        ["other:x:Holder$audioprothese:edge:Edge$a:b:C", "components/edge/edge.ts"],
        ["azure-native:resources:ResourceGroup", "index.ts"],
        ["pulumi:pulumi:Stack", "index.ts"],
        ["__proto__$constructor", "index.ts"],
    ] as const) {
        it(`is ${file} for ${types}`, () => {
            assert.equal(fileOf(of(types), CLOUD), file);
        });
    }

    it("is the project's file for another program's resources", () => {
        assert.equal(fileOf(of("azure-native:resources:ResourceGroup"), {}), "Pulumi.yaml");
    });
});
