import * as assert from "node:assert/strict";
import type { Report } from "../../../report/model";
import type { Block, Content, PdfDocument } from "../../../report/pdf/blocks";
import { printedDocument } from "../../../report/pdf/printed-document";
import { BREAK, printedText } from "../../../report/pdf/printed-text";
import { typesetPdf } from "../../../report/pdf/typst";
import { HOSTILE, hostileReport } from "../hostile";
import { type PdfFile, PdfFolder, squeeze } from "./pdf-file";

const A4_WIDTH = 595;
const MARGIN = 56;

function shown(text: string): string {
    return printedText(text, "fr").replaceAll(BREAK, "");
}

function documentOf(blocks: readonly Block[]): PdfDocument {
    return {
        language: "fr",
        title: "Essai",
        brand: "Essai",
        header: ["Essai", "Essai"],
        footer: "Essai",
        contents: "Sommaire",
        cover: {
            brand: "Essai",
            subject: "Essai",
            date: "Essai",
            verdict: "accepted",
            question: "Essai",
            answer: "Essai",
            sentence: "Essai",
            coverage: "Essai",
            reasons: [],
            facts: [["Essai", "Essai"]],
            notices: [],
        },
        blocks: [{ kind: "heading", level: 1, text: "Essai" }, ...blocks],
    };
}

describe("hostile text in the PDF report", function () {
    this.timeout(10 * 60_000);
    const folder = new PdfFolder();
    const report: Report = hostileReport();
    let pdf: PdfFile;

    before(() => {
        pdf = folder.write(report, "fr");
    });

    after(() => {
        folder.remove();
    });

    it("appears as text, what cannot be shown by its code", async () => {
        const text = await pdf.squeezed();

        for (const hostile of HOSTILE) {
            assert.ok(text.includes(squeeze(shown(hostile))), shown(hostile));
        }
    });

    it("is cut where it is overlong, with its length", async () => {
        assert.ok((await pdf.squeezed()).includes(squeeze("… (1 050 000 caractères)")));
        assert.ok((await pdf.pages()).length < 100);
    });

    it("leaves no control or bidirectional character in the text, nor a link to a script", async () => {
        const text = (await pdf.pages()).join("");

        // The compiler's own, before the page numbers of the contents.
        const own = /(?<=\. )\u2060/g;
        assert.doesNotMatch(
            text.replace(/[\n\f]/g, "").replace(own, ""),
            /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\ufffd]/u,
        );
        assert.doesNotMatch(pdf.bytes.toString("latin1"), /\/URI \(javascript/i);
    });

    it("stays within the margins", async () => {
        assert.ok((await pdf.rightEdge()) <= A4_WIDTH - MARGIN + 1);
    });

    it("keeps its own spaces, line ends named", () => {
        assert.equal(shown("a\u00a0b\u202fc\td\r\ne\u2028f"), "a\u00a0b\u202fc d ↵ e ↵ f");
    });

    it("names what the fonts do not show, and composes what they do", () => {
        assert.equal(shown("\u202ee\u0301 e\u0301\u0301"), "⟨U+202E⟩é é⟨U+0301⟩");
        assert.equal(shown("👩 \ud800 \u0000 \ufeff"), "⟨U+1F469⟩ ⟨U+D800⟩ ⟨U+0000⟩ ⟨U+FEFF⟩");
    });

    it("offers places to break a long word, and leaves short ones whole", () => {
        const long = printedText("a".repeat(100), "fr").split(BREAK);

        assert.ok(
            long.every(({ length }) => length <= 18),
            long.join(),
        );
        assert.ok(!printedText("164.312(a)(2)(iv)", "fr").includes(BREAK));
    });

    it("has a glyph, in every style, for each character that it keeps", () => {
        const kept = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).filter(
            (character) => shown(character) === character && character.trim() !== "",
        );
        assert.ok(kept.includes("é") && kept.includes("Œ") && kept.includes("€"));
        const lines = Array.from({ length: Math.ceil(kept.length / 50) }, (_, line) =>
            kept.slice(line * 50, (line + 1) * 50).join(" "),
        );
        const contents = lines.flatMap((line): Content[] => [line, { strong: line }, { code: line }]);

        const document = printedDocument(documentOf(contents.map((content) => ({ kind: "text", content }))));
        assert.doesNotThrow(() => typesetPdf(document, new Date(0)));
    });

    it("refuses, with the compiler's words, a document that it cannot lay out", () => {
        assert.throws(() => typesetPdf("{}", new Date(0)), /^Error: report\.typ: .*(language|cover|title)/s);
    });
});
