import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { installed } from "../../../programs/install";
import { TestBrowser } from "../../browser";
import { HOSTILE, hostileReport } from "../../hostile";
import { syntheticReport } from "../../synthetic";
import { announced, field, french, pageOf, rule } from "./explorer-page";

const REPORT = syntheticReport({ resources: 200, rules: 20 });
const RULE = REPORT.rules.find(({ findings }) => findings.violation > 0);
const REQUIREMENT = "hds-exi-28";

async function choose(page: Page): Promise<void> {
    await field(page, "verdict").selectOption("violation");
    await field(page, "severity").selectOption("high");
    await field(page, "text").fill("nsg réseau");
}

/** The part of the page's address after `#`, once the script has told the filters there. */
async function address(page: Page, part: string): Promise<string> {
    await page.waitForURL(({ hash }) => hash.includes(part));
    return new URL(page.url()).hash;
}

/** Distance of an element from the top of the window, in pixels. */
async function top(page: Page, id: string): Promise<number> {
    return Number(
        await page.evaluate(`document.getElementById(${JSON.stringify(id)}).getBoundingClientRect().top`),
    );
}

function language(page: Page): Promise<string | null> {
    return page.locator("html").getAttribute("lang");
}

describe("the page around the explorer", () => {
    let browser: TestBrowser;
    let url: string;
    assert.ok(RULE);
    const { id } = RULE;

    before(async function () {
        this.timeout(10 * 60_000);
        browser = await TestBrowser.launch(console.log);
        url = await browser.save("report.html", pageOf(REPORT));
        await installed("pdftotext", console.log);
    });

    after(async () => {
        await browser.close();
    });

    afterEach(() => {
        assert.deepEqual(browser.errors, []);
        assert.deepEqual(browser.requests, []);
    });

    it("tells the filters in its address, which opens the same view elsewhere", async () => {
        const page = await browser.open(url);
        await choose(page);
        const hash = await address(page, "texte=nsg+r");
        assert.equal(hash, "#constats?texte=nsg+r%C3%A9seau&criticite=high&etat=violation");

        const other = await browser.open(`${url}${hash}`);
        assert.equal(await announced(other), await announced(page));
        assert.equal(await field(other, "text").inputValue(), "nsg réseau");
        assert.ok(Math.abs(await top(other, "constats")) < 150);
    });

    it("takes what an address asks for and the report does not have as anything", async () => {
        const page = await browser.open(`${url}#constats?etat=unheard&referentiel=%E0%A4%A&criticite=high`);

        assert.equal(await field(page, "verdict").inputValue(), "");
        assert.equal(await field(page, "verdict").locator("option:checked").innerText(), "tous");
        assert.equal(await field(page, "severity").inputValue(), "high");
        await browser.open(`${url}#%E0%A4%A`);
    });

    it("opens at the rule that its address names, whatever the filters", async () => {
        const page = await browser.open(`${url}#${id}`);
        assert.ok(await rule(page, id).locator("table").isVisible());
        assert.ok(Math.abs(await top(page, id)) < 150);

        await field(page, "text").fill("nulle part");
        assert.equal(await rule(page, id).isVisible(), false);
        await address(page, "nulle");
        await page.evaluate(`location.hash = ${JSON.stringify(id)}`);
        await rule(page, id).locator("table").waitFor();
        assert.ok(Math.abs(await top(page, id)) < 150);
    });

    it("opens at the requirement that its address names, with what it is folded in", async () => {
        const page = await browser.open(url);
        await page.evaluate(
            "document.querySelectorAll('#exigences details').forEach((fold) => { fold.open = false; })",
        );
        assert.equal(await page.locator(`#${REQUIREMENT}`).isVisible(), false);

        // Browsers themselves open folds only for an address that is an id and nothing else.
        await page.evaluate("location.hash = " + JSON.stringify(`${REQUIREMENT}?langue=fr`));
        await page.locator(`#${REQUIREMENT}`).waitFor();
        assert.ok(Math.abs(await top(page, REQUIREMENT)) < 150);
    });

    it("goes back to where the reader was, not to the top of what the address names", async () => {
        const page = await browser.open(`${url}#ecarts`);
        const link = page.locator("#ecarts .gap h3 a").last();
        await link.scrollIntoViewIfNeeded();
        const place = Number(await page.evaluate("scrollY"));
        await link.click();
        await page.waitForURL(({ hash }) => hash !== "#ecarts");

        await page.goBack();
        await page.waitForURL(({ hash }) => hash === "#ecarts");
        // The page's own script has had its turn after two frames.
        await page.evaluate(
            "new Promise((turn) => { requestAnimationFrame(() => { requestAnimationFrame(turn); }); })",
        );
        assert.ok(Math.abs(Number(await page.evaluate("scrollY")) - place) < 50);
    });

    it("leads from a rule to its requirements and back to the filters as they were", async () => {
        const page = await browser.open(`${url}#constats?etat=violation`);
        const shown = await announced(page);

        await rule(page, id).locator("summary").click();
        await rule(page, id).locator(".meta a").first().click();
        await page.evaluate("location.hash = 'constats'");
        await address(page, "etat=violation");
        assert.equal(await announced(page), shown);
    });

    it("switches to English and back with title, filters, folds and place kept, and tells so in the address", async () => {
        const page = await browser.open(url);
        const title = await page.title();
        await choose(page);
        const counts = (await announced(page)).replace(/[^\d]+/g, " ");
        await field(page, "text").fill("");
        await rule(page, id).locator("summary").click();
        await field(page, "text").fill("nsg réseau");
        await address(page, "nsg");

        await page.locator("button[data-language=en]").click();
        assert.equal(await language(page), "en");
        assert.notEqual(await page.title(), title);
        assert.match(await page.title(), /Compliance report/);
        assert.match(await announced(page), /findings? shown of/);
        assert.equal((await announced(page)).replace(/[^\d]+/g, " "), counts);
        assert.equal(await field(page, "severity").inputValue(), "high");
        assert.equal(await rule(page, id).locator("details").getAttribute("open"), "");
        assert.equal(await page.locator("button[data-language=fr]:focus").count(), 1);
        const hash = new URL(page.url()).hash;
        assert.match(hash, /^#constats\?texte=nsg.*&langue=en$/);

        const other = await browser.open(`${url}${hash}`);
        assert.equal(await language(other), "en");
        assert.equal(await announced(other), await announced(page));

        await page.locator("button[data-language=fr]").click();
        assert.equal(await language(page), "fr");
        assert.equal(await page.title(), title);
        assert.equal(new URL(page.url()).hash.includes("langue"), false);
    });

    it("keeps the reader's place at a switch of language", async () => {
        const page = await browser.open(url);
        const middle = "exigences";
        await page.evaluate(
            `scrollTo({ top: document.getElementById("${middle}").offsetTop - 40, behavior: "instant" })`,
        );
        const before = await top(page, middle);

        await page.evaluate("document.querySelector('button[data-language=en]').click()");
        assert.equal(await language(page), "en");
        assert.ok(Math.abs((await top(page, middle)) - before) < 5);
    });

    it("follows links in the language that it shows", async () => {
        const page = await browser.open(`${url}#${REQUIREMENT}?langue=en`);
        assert.equal(await language(page), "en");
        assert.ok(Math.abs(await top(page, REQUIREMENT)) < 150);

        await page.evaluate(`location.hash = ${JSON.stringify(id)}`);
        await rule(page, id).locator("table").waitFor();
        assert.equal(await address(page, "langue"), `#${id}?langue=en`);
        assert.equal(await language(page), "en");
    });

    it("made in English, opens in English and switches to French", async () => {
        const page = await browser.open(await browser.save("english.html", pageOf(REPORT, "en")));
        assert.equal(await language(page), "en");
        assert.match(await announced(page), /findings shown of/);

        await page.locator("button[data-language=fr]").click();
        assert.match(await announced(page), /constats affichés sur/);
        assert.match(await address(page, "langue"), /langue=fr$/);
    });

    it("prints every open finding whatever the filters, and the number of the others", async () => {
        const page = await browser.open(url);
        await field(page, "text").fill("nulle part");
        // Some browsers tell twice that they print.
        await page.evaluate("dispatchEvent(new Event('beforeprint'))");
        const file = join(tmpdir(), `report-${process.pid.toString()}.pdf`);
        writeFileSync(file, await page.pdf());

        const { command, args, options } = await installed("pdftotext", console.log);
        const { stdout } = spawnSync(command, [...args, "-layout", file, "-", ...options], {
            encoding: "utf8",
        });
        rmSync(file);
        const text = stdout.replace(/\s+/g, " ");
        const { compliant, violation, undecided, exempted } = REPORT.summary.findings;
        const open = french(violation + undecided + exempted);
        assert.ok(text.includes(`Constats ouverts imprimés : ${open} sur ${open}.`), text.slice(0, 2_000));
        assert.ok(text.includes(`Les constats conformes (${french(compliant).replace(/\s/g, " ")})`));
        assert.equal(text.split("Ouvert depuis le").length - 1, violation + undecided + exempted);
        for (const { rule: name, verdict } of REPORT.findings) {
            assert.ok(verdict === "compliant" || text.includes(name), name);
        }
        assert.equal(await page.locator(".printed").count(), 0);
    });

    it("shows hostile text as text", async () => {
        const hostile = hostileReport();
        const page = await browser.open(await browser.save("hostile.html", pageOf(hostile)));
        const needle = HOSTILE.find((text) => text.includes("<img"));
        assert.ok(needle);

        for (const view of ["", "ressources"]) {
            await field(page, "view").selectOption(view);
            for (const more of await page.locator(".resources > .more button:visible").all()) {
                await more.click();
            }
            await page.evaluate(
                "document.querySelectorAll('#constats details').forEach((fold) => { fold.open = true; })",
            );
            await page.locator("#constats article:visible tbody tr").first().waitFor();
            const text = await page.locator("#constats").innerText();
            assert.ok(text.includes(needle), view);
            assert.doesNotMatch(text, /[\u0000-\u0008\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
            assert.equal(await page.locator("#constats :is(img, script, style, iframe)").count(), 0);
            assert.equal(await page.locator("#constats a:not([href^='#'], [href^='http'])").count(), 0);
            assert.ok(text.length < 3_000_000);
        }
        assert.match(await page.locator("#constats").innerText(), /… \([\d\s]+ caractères\)/);
        await page.locator("button[data-language=en]").click();
        assert.match(await announced(page), /findings shown of/);
    });
});
