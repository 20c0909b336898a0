import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { TestBrowser } from "../../browser";
import { syntheticReport } from "../../synthetic";
import { field, pageOf } from "./explorer-page";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.2 AA, and what axe-core holds for good practice. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function faults(page: Page): Promise<string[]> {
    const results = await page.evaluate<AxeResults>(
        `${AXE}; axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ["violations"] })`,
    );
    assert.ok(results.passes.length > 20);
    return results.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ""}`),
    );
}

/** What a reader may have before the eyes. */
const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    "as it opens": async () => {
        // Nothing to do.
    },
    "filtered, with rules open": async (page) => {
        await field(page, "verdict").selectOption("violation");
        for (const fold of await page.locator("#constats article:visible summary").all()) {
            await fold.click();
        }
        await page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })");
    },
    "by resource": async (page) => {
        await field(page, "view").selectOption("ressources");
        await page.locator("#constats article.resource summary").first().click();
        await page.locator("#constats article.resource table").waitFor();
    },
};

describe("the page, to a machine's eye for accessibility", () => {
    let browser: TestBrowser;
    let url: string;

    before(async function () {
        this.timeout(10 * 60_000);
        browser = await TestBrowser.launch(console.log);
        url = await browser.save("report.html", pageOf(syntheticReport({ resources: 40, rules: 10 })));
    });

    after(async () => {
        await browser.close();
    });

    afterEach(() => {
        assert.deepEqual(browser.errors, []);
    });

    for (const language of ["fr", "en"]) {
        for (const colorScheme of ["light", "dark"] as const) {
            for (const [state, reach] of Object.entries(STATES)) {
                it(`has no fault ${state}, in ${language}, ${colorScheme}`, async () => {
                    // axe-core is no part of the page: its policy refuses it.
                    const page = await browser.open(`${url}#reponse?langue=${language}`, {
                        colorScheme,
                        bypassCSP: true,
                    });
                    await reach(page);
                    assert.deepEqual(await faults(page), []);
                });
            }
        }
    }

    it("reads on a width of 320 pixels without scrolling sideways", async () => {
        const page = await browser.open(url, { viewport: { width: 320, height: 640 }, bypassCSP: true });
        await page.locator("#constats article summary").first().click();
        await page.locator("#constats table").first().waitFor();

        assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 320);
        assert.deepEqual(await faults(page), []);
    });

    it("is worked by keyboard alone", async () => {
        const page = await browser.open(url);
        await field(page, "text").focus();
        await page.keyboard.type("aks");
        await page.keyboard.press("Enter");
        for (let key = 0; key < 7; key += 1) {
            await page.keyboard.press("Tab");
        }
        await page.keyboard.press("Enter");

        const open = page.locator("#constats article details[open]");
        await open.locator("table").waitFor();
        assert.equal(await open.count(), 1);
    });
});
