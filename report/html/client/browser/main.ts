import { Dataset, readPacked } from "./dataset";
import { element, shownLanguage } from "./dom";
import { Page } from "./page";
import { explorerWords } from "./words";

/** When the reader can filter, on the clock of the page. */
const READY = "explorer-ready";

async function start(): Promise<void> {
    const say = (text: string): void => {
        document.querySelector("#constats .explorer")?.replaceChildren(element("p", {}, text));
    };
    const words = explorerWords(shownLanguage());
    if (!("DecompressionStream" in globalThis)) {
        say(words.oldBrowser);
        return;
    }
    let data: Dataset;
    try {
        data = new Dataset(await readPacked());
    } catch {
        say(words.damaged);
        return;
    }
    new Page(data);
    performance.mark(READY);
}

void start();
