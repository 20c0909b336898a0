/**
 * Takes the pictures of a report that the documentation shows: `node --require tsx/cjs bin/pictures.ts REPORT_FOLDER`.
 *
 * The folder is one of `reports/<stack>/`, with `report.html` and `report.pdf`.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium as driver } from "playwright-core";
import { UserError, userMessage } from "../sandbox/user-error";
import { installed } from "../tests/programs/install";
import { chromium } from "../tests/programs/install/chromium";

const IMAGES = join(__dirname, "..", "docs", "images");

/** Sizes in pixels. */
const SCREENS = [
    { name: "report", language: "fr", width: 1200, height: 1050 },
    { name: "report-en", language: "en", width: 1200, height: 1050 },
    { name: "report-mobile", language: "fr", width: 390, height: 1050 },
] as const;

/** The cover and the summary. */
const PDF_PAGES = { "pdf-1": 1, "pdf-2": 3 };

/** A page of A4 is 661 pixels wide. */
const DOTS_PER_INCH = 80;

function fileIn(folder: string | undefined, name: string): string {
    const file = resolve(folder ?? "", name);
    if (folder === undefined || !existsSync(file)) {
        throw new UserError(`REPORT_FOLDER: expected a folder with ${name}, got ${folder ?? "none"}`);
    }
    return file;
}

async function screens(html: string): Promise<void> {
    const browser = await driver.launch({
        executablePath: await chromium(console.log),
        args: ["--no-sandbox", "--disable-gpu"],
    });
    for (const { name, language, width, height } of SCREENS) {
        const page = await browser.newPage({ viewport: { width, height } });
        await page.goto(`${pathToFileURL(html).href}#?langue=${language}`);
        await page.locator(".explorer > *").waitFor();
        await page.screenshot({ path: join(IMAGES, `${name}.png`) });
    }
    await browser.close();
}

async function pages(pdf: string): Promise<void> {
    const { command, args, options } = await installed("pdftoppm", console.log);
    for (const [name, page] of Object.entries(PDF_PAGES)) {
        const number = page.toString();
        const range = ["-f", number, "-l", number, "-singlefile", "-r", DOTS_PER_INCH.toString()];
        execFileSync(command, [...args, "-png", ...range, pdf, join(IMAGES, name), ...options]);
    }
}

async function main(folder: string | undefined): Promise<void> {
    const html = fileIn(folder, "report.html");
    const pdf = fileIn(folder, "report.pdf");
    await screens(html);
    await pages(pdf);
}

main(process.argv[2]).catch((error: unknown) => {
    console.error(userMessage(error) ?? error);
    process.exitCode = 2;
});
