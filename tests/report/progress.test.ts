import * as assert from "node:assert/strict";
import { Progress } from "../../report/progress";

/** Shows 0, 1, 2, ... resources, one at each of the seconds. */
function written(isTTY: boolean, seconds: readonly number[]): string {
    let text = "";
    let now = 5_000;
    const progress = new Progress({ isTTY, write: (part) => (text += part) }, () => now);
    seconds.forEach((second, index) => {
        now = 5_000 + second * 1000;
        progress.show(index);
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
});
