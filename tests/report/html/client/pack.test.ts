import * as assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { clientScript } from "../../../../report/html/client/bundle";
import { packedData } from "../../../../report/html/client/pack";
import type { Packed } from "../../../../report/html/client/packed";
import type { Report } from "../../../../report/model";
import { syntheticReport } from "../../synthetic";

const REPORT = syntheticReport({ resources: 300, rules: 30 });
const PAGES = { fr: "<p>Bonjour</p>", en: "<p>Hello</p>" };

function unpacked(report: Report): Packed {
    return JSON.parse(gunzipSync(Buffer.from(packedData(report, PAGES), "base64")).toString()) as Packed;
}

describe("the data of the page", () => {
    it("are the same for the same report, without the time of their making", () => {
        const data = packedData(REPORT, PAGES);

        assert.equal(packedData(structuredClone(REPORT), PAGES), data);
        assert.equal(Buffer.from(data, "base64").readUInt32LE(4), 0);
    });

    it("hold each finding once", () => {
        const { rules, resources } = unpacked(REPORT);

        const found = rules.flatMap(({ id, open, compliant }) => {
            let place = 0;
            return [
                ...open.map(({ resource, verdict }) => [id, resources.names[resource], verdict].join(" ")),
                ...compliant.map((distance) =>
                    [id, resources.names[(place += distance)], "compliant"].join(" "),
                ),
            ];
        });
        const names = new Map(REPORT.resources.map(({ urn, name }) => [urn, name]));
        const expected = REPORT.findings.map(({ rule, resource, verdict }) =>
            [rule, names.get(resource), verdict].join(" "),
        );
        assert.deepEqual(found.sort(), expected.sort());
    });

    it("put the rules in the order of their gravest finding, then of their severity", () => {
        const { rules, verdicts, severities } = unpacked(REPORT);

        const ranks = rules.map(
            ({ open, severity }) =>
                verdicts.indexOf(open[0]?.verdict ?? "compliant") * 10 + severities.indexOf(severity),
        );
        assert.deepEqual(
            ranks,
            ranks.toSorted((a, b) => a - b),
        );
        assert.ok(new Set(ranks).size > 3);
    });

    it("name a resource's component: the outermost of ours, else the service of its type", () => {
        const { resources, components } = unpacked(REPORT);
        const componentOf = (name: string): string | undefined =>
            components[resources.components[resources.names.indexOf(name)] ?? -1];

        assert.equal(componentOf("mariadb-workload-2"), "database:MariaDb");
        assert.equal(componentOf("role-lecture-seule-10"), "azure-native:authorization");
        assert.equal(componentOf("clinic-synthetic"), "pulumi:pulumi");
    });
});

describe("the script of the page", () => {
    it("is the same at each making, ends no element, and makes markup or code of no text", () => {
        const script = clientScript();

        assert.equal(clientScript(), script);
        assert.doesNotMatch(script, /<\/script|<!--/i);
        assert.doesNotMatch(
            script,
            /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/,
        );
        assert.ok(script.length < 60_000, script.length.toString());
    });
});
