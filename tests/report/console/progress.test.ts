import * as assert from "node:assert/strict";
import type { Language } from "../../../report/words/language";
import { Progress } from "../../../report/console/progress";

/** Shows 0, 1, 2, ... resources, one at each of the seconds. */
function written(isTTY: boolean, seconds: readonly number[], language: Language = "fr"): string {
    let text = "";
    let now = 5_000;
    const progress = new Progress({ isTTY, write: (part) => (text += part) }, language, () => now);
    seconds.forEach((second, index) => {
        now = 5_000 + second * 1000;
        progress.judged(index);
    });
    progress.end();
    return text.replaceAll("\u00a0", " ");
}

describe("the progress of a preview", () => {
    it("overwrites one line on a terminal and takes it away at the end", () => {
        const clear = "\r\u001b[2K";

        assert.equal(
            written(true, [0.2, 1.4, 12]),
            `${clear}0 s · 0 ressource examinée${clear}1 s · 1 ressource examinée${clear}12 s · 2 ressources examinées${clear}`,
        );
    });

    it("is a line every ten seconds elsewhere, none for a short run", () => {
        assert.equal(written(false, [1, 5, 9.9]), "");
        assert.equal(
            written(false, [1, 10, 19, 20]),
            "10 s · 1 ressource examinée\n20 s · 3 ressources examinées\n",
        );
    });

    it("is in English where that is asked for", () => {
        assert.equal(
            written(false, [10, 20], "en"),
            "10 s · 0 resources examined\n20 s · 1 resource examined\n",
        );
    });

    it("names the format that is written", () => {
        let text = "";
        let now = 0;
        const progress = new Progress({ write: (part) => (text += part) }, "fr", () => now);
        now = 12_000;

        progress.writing("pdf");

        assert.equal(text, "12\u00a0s · écriture du rapport (pdf)\n");
    });
});
