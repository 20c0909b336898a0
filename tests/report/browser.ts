import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, type Page, chromium as driver } from "playwright-core";
import { chromium } from "../programs/install/chromium";

/** A headless browser that opens pages from disk, as readers do, and lets none of them reach the network. */
export class TestBrowser {
    /** What pages asked of the network; nothing is what it should hold. */
    readonly requests: string[] = [];
    /** Errors of scripts, and refusals by the content policy. */
    readonly errors: string[] = [];

    private constructor(
        private readonly browser: Browser,
        private readonly folder: string,
    ) {}

    static async launch(log: (line: string) => void): Promise<TestBrowser> {
        const browser = await driver.launch({
            executablePath: await chromium(log),
            args: ["--no-sandbox", "--disable-gpu"],
        });
        return new TestBrowser(browser, await mkdtemp(join(tmpdir(), "report-page-")));
    }

    /** Writes a page to disk; the result is its address. */
    async save(name: string, html: string): Promise<string> {
        const file = join(this.folder, name);
        await writeFile(file, html);
        return pathToFileURL(file).href;
    }

    /** Opens a page and waits until its findings can be filtered. */
    async open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
        const page = await this.openOnly(url, options);
        await page.locator(".explorer > *").waitFor();
        return page;
    }

    /**
     * Opens a page.
     *
     * @param before - a script that runs before those of the page.
     */
    async openOnly(url: string, options: BrowserContextOptions = {}, before = ""): Promise<Page> {
        const context = await this.browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
        const page = await context.newPage();
        page.on("pageerror", ({ message }) => this.errors.push(message));
        page.on("console", (message) => {
            if (message.type() === "error") {
                this.errors.push(message.text());
            }
        });
        page.on("request", (request) => {
            if (!request.url().startsWith("file:")) {
                this.requests.push(request.url());
            }
        });
        await page.addInitScript(before);
        await page.goto(url);
        return page;
    }

    async close(): Promise<void> {
        await this.browser.close();
        await rm(this.folder, { recursive: true });
    }
}
