import * as assert from "node:assert/strict";
import { words } from "../../report/words/words";
import { framework, judged, registered, reportOf, STORE, urn, wholeRun } from "./fixtures";

const { coverage } = words("fr");

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
        assert.deepEqual(report.summary.resources, {
            declared: 3,
            examined: 1,
            genericOnly: 0,
            opaque: 2,
            unexamined: 0,
        });
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

    it("is not spoken of where there is none", () => {
        const none = reportOf(wholeRun(["hds"]), FRAMEWORKS);

        assert.doesNotMatch(coverage(none), /opaque/);
    });
});
