import * as assert from "node:assert/strict";
import { summaryLines } from "../../report/console/summary";
import { type Report, reportModel } from "../../report/model";
import { readRegisters } from "../../report/registers/registers";
import type { Registers } from "../../report/registers/model";
import { TestBrowser } from "./browser";
import { csvRows } from "./counts/machine";
import { pdfText } from "./counts/pdf-text";
import { CONSOLE, allFiles, filesOf } from "./counts/told";
import { HOSTILE, hostileReport } from "./hostile";

/** Characters that control a terminal, reverse text or break lines unseen; JSON has the same as escapes. */
const ACTING =
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u;

const LONGEST = 1_000_000;

/** The registers of the project with hostile text wherever they hold prose, names or places. */
function hostileRegisters(): Registers {
    let index = 0;
    const prose = HOSTILE.filter((text) => /\S/.test(text));
    const hostile = (value: unknown): unknown => {
        if (typeof value === "string") {
            index += 1;
            return / |^\p{Lu}\p{Ll}/u.test(value)
                ? `${prose[index % prose.length] ?? ""} ${index.toString()}`
                : value;
        }
        if (Array.isArray(value)) {
            return value.map(hostile);
        }
        return typeof value === "object" && value !== null
            ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hostile(inner)]))
            : value;
    };
    return hostile(readRegisters()) as Registers;
}

describe("hostile content", function () {
    this.timeout(10 * 60_000);

    let report: Report;
    before(() => {
        report = reportModel.parse({ ...hostileReport(), registers: hostileRegisters() });
    });

    it("is in every kind of field, and holds strings of a megabyte", () => {
        const text = JSON.stringify(report);

        assert.ok(HOSTILE.some(({ length }) => length > LONGEST));
        assert.ok(text.length > 5 * LONGEST);
        assert.ok(JSON.stringify(report.registers).split("needle").length > 100);
    });

    for (const language of ["fr", "en"] as const) {
        describe(`in every output (${language})`, () => {
            let files: ReadonlyMap<string, Buffer>;
            const text = (name: string) => files.get(name)?.toString() ?? "";
            before(async () => {
                files = await allFiles(report, language);
            });

            it("leaves JSON that parses and has it whole, or cut with its length", () => {
                const names = [...files.keys()].filter((name) => /\.(?:json|sarif)$/.test(name));

                assert.equal(names.length, 6);
                for (const name of names) {
                    assert.ok(JSON.stringify(JSON.parse(text(name))).includes("needle"), name);
                    assert.ok(name === "report.json" || text(name).length < LONGEST, name);
                }
                assert.deepEqual(JSON.parse(text("report.json")), JSON.parse(JSON.stringify(report)));
            });

            it("leaves XML that is well-formed, with the elements of its own alone", async () => {
                const { XmlDocument } = await import("libxml2-wasm");
                const document = XmlDocument.fromString(text("junit.xml"));
                try {
                    const names = new Set(
                        document.find("//*").map((node) => (node as { name?: string }).name),
                    );
                    assert.deepEqual([...names].sort(), [
                        "failure",
                        "properties",
                        "property",
                        "skipped",
                        "testcase",
                        "testsuite",
                        "testsuites",
                    ]);
                    assert.ok(document.find("//testcase[contains(@name, '<script>')]").length > 0);
                } finally {
                    document.dispose();
                }
            });

            it("begins no formula in a cell, and cuts what a cell cannot hold", () => {
                for (const name of ["coverage.csv", "findings.csv", "requirements.csv"]) {
                    const cells = csvRows(filesOf(files), name).flat();
                    assert.deepEqual(
                        cells.filter((cell) => /^[\s"]*[=+\-@＝＋－＠]/.test(cell)),
                        [],
                        name,
                    );
                    assert.ok(
                        cells.every(({ length }) => length < 32_768),
                        name,
                    );
                }
            });

            it("makes no link, mention, markup or image in Markdown", () => {
                const prose = text("summary.md")
                    .replace(/(`+)(?!`).*?[^`]\1(?!`)/gs, "")
                    .replace(/<\/?(?:details|summary|sub)>/g, "");

                assert.ok(prose.includes("needle"));
                assert.doesNotMatch(prose, /[<@#!](?=\p{L})|(?<!\\)\]\(|:\/\/|\bwww\.\w/u);
                assert.ok(text("summary.md").length < 65_536);
            });

            it("controls nothing and reverses nothing where people read", async () => {
                const html = [...files].filter(([name]) => name.endsWith(".html"));
                const read = new Map([
                    ...html.map(([name, content]) => [name, content.toString()] as const),
                    ...["junit.xml", "summary.md", CONSOLE].map((name) => [name, text(name)] as const),
                    ...["coverage.csv", "findings.csv", "requirements.csv"].map(
                        (name) =>
                            [
                                name,
                                text(name)
                                    .replace(/^\ufeff/, "")
                                    .replaceAll("\r\n", "\n"),
                            ] as const,
                    ),
                    // What a PDF has between two pages.
                    [
                        "report.pdf",
                        (await pdfText(files.get("report.pdf") ?? Buffer.of())).replaceAll("\f", "\n"),
                    ],
                ]);

                assert.equal(html.length, 2);
                assert.deepEqual(
                    [...read].filter(([, content]) => ACTING.test(content)).map(([name]) => name),
                    [],
                );
            });

            it("is cut where people read, with its length", async () => {
                const characters = /… \([\d\s,]{9,}\s(?:caractères|characters)\)/;
                for (const name of ["report.html", "findings.csv", "junit.xml"]) {
                    assert.match(text(name), characters, name);
                    assert.ok(text(name).length < 2 * LONGEST, name);
                }
                assert.match(await pdfText(files.get("report.pdf") ?? Buffer.of()), characters);
            });
        });
    }

    it("begins no line of its own on the console, and is cut with its length", () => {
        const message = HOSTILE.find(({ length }) => length > LONGEST) ?? "";
        const faults = [
            { exemption: "EX-1", message },
            { exemption: "EX-2", message: "needle\n\u001b[32mCette version peut-elle être déployée ? Oui" },
        ];
        const lines = summaryLines({ ...report, exemptions: { ...report.exemptions, faults } }, "fr");

        assert.ok(lines.every((line) => line.length < 3_000 && !/[\n\u001b]/.test(line)));
        assert.ok(lines.some((line) => /… \([\d\s]{9,}\scaractères\)$/.test(line)));
        assert.deepEqual(
            lines.filter((line) => line.startsWith("✖ Dérogation")).map((line) => line.includes("needle")),
            [true, true],
        );
    });

    describe("in a browser", () => {
        let browser: TestBrowser;
        before(async () => {
            browser = await TestBrowser.launch(console.error);
        });
        after(() => browser.close());

        for (const language of ["fr", "en"] as const) {
            it(`is text: no script, image, frame, form field or link of its own (${language})`, async () => {
                const files = await allFiles(report, language);
                const pages = [...files].filter(([name]) => name.endsWith(".html"));
                assert.deepEqual(
                    pages.map(([name]) => name),
                    ["report.html", "transferts-hds.html"],
                );
                for (const [name, content] of pages) {
                    const url = await browser.save(`${language}-${name}`, content.toString());
                    const page = await (name === "report.html" ? browser.open(url) : browser.openOnly(url));
                    const alerts: string[] = [];
                    page.on("dialog", (dialog) => {
                        alerts.push(dialog.message());
                        void dialog.dismiss();
                    });
                    const found = await page.evaluate<Record<string, unknown>>(`({
                        scripts: document.scripts.length,
                        foreign: document.querySelectorAll("img, iframe, object, embed, base, link, textarea, failure, b > b").length,
                        handlers: [...document.querySelectorAll("*")].flatMap((element) => element.getAttributeNames())
                            .filter((attribute) => /^on|^style$/.test(attribute)),
                        links: [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href"))
                            .filter((href) => !/^(?:#|https:)/.test(href)),
                        text: document.body.textContent.includes("needle"),
                    })`);

                    assert.deepEqual(found, {
                        scripts: name === "report.html" ? 2 : 0,
                        foreign: 0,
                        handlers: [],
                        links: [],
                        text: true,
                    });
                    assert.deepEqual(alerts, []);
                    await page.close();
                }
                assert.deepEqual(browser.errors, []);
                assert.deepEqual(browser.requests, []);
            });
        }
    });
});
