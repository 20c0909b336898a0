import * as assert from "node:assert/strict";
import { coverage } from "../../report/french";
import { renderHtml } from "../../report/html/html";
import { framework, judged, registered, reportOf, STORE, urn, wholeRun } from "./fixtures";

const FRAMEWORKS = [framework("hds", { "EXI 1": ["store-tls"] })];
const RELEASE = urn("kubernetes:helm.sh/v3:Release", "ingress");

const component = (type: string, name: string) => ({
    resourcePreEvent: {
        metadata: { op: "create", urn: urn(type, name), type, new: { custom: false } },
    },
});

describe("a resource that holds others which no rule sees", () => {
    const report = reportOf(
        [
            registered("kubernetes:helm.sh/v3:Release", "ingress"),
            component("kubernetes:helm.sh/v4:Chart", "chart"),
            component("clinic:index:Ward", "ward"),
            ...wholeRun(["hds"], judged("hds", STORE, ["store-tls"]), judged("hds", RELEASE, ["store-tls"])),
        ],
        FRAMEWORKS,
    );

    it("is counted as declared and opaque, never as examined, component or not", () => {
        assert.deepEqual(report.summary.resources, { declared: 3, examined: 1, genericOnly: 0, opaque: 2 });
        assert.deepEqual(
            report.resources.filter(({ opaque }) => opaque).map(({ name, rules }) => [name, rules]),
            [
                ["ingress", 1],
                ["chart", 0],
            ],
        );
    });

    it("is told in the coverage", () => {
        assert.match(
            coverage(report).replaceAll("\u00a0", " "),
            /3 ressources déclarées, dont 1 examinée .*, 2 opaques \(ce qu’elles contiennent échappe aux règles\), et 0 par aucune règle\./,
        );
    });

    it("is listed among what is not examined", () => {
        const section = /<section id="ressources".*?<\/section>/s.exec(renderHtml(report))?.[0] ?? "";

        assert.match(section, /<td>ingress<\/td>/);
        assert.match(section, /<td>chart<\/td>/);
        assert.doesNotMatch(section, /ward/);
        assert.match(
            section,
            /2&nbsp;ressources opaques en contiennent|2\u00a0ressources opaques en contiennent/,
        );
    });

    it("is not spoken of where there is none", () => {
        const none = reportOf(wholeRun(["hds"]), FRAMEWORKS);

        assert.doesNotMatch(coverage(none), /opaque/);
        assert.doesNotMatch(
            /<section id="ressources".*?<\/section>/s.exec(renderHtml(none))?.[0] ?? "",
            /opaque/,
        );
    });
});
