import type { Page } from "playwright-core";
import type { Report } from "../../../../report/model";
import { render } from "../../../../report/html/report-html";
import type { Language } from "../../../../report/words/language";

/** The page of a report. */
export function pageOf(report: Report, language: Language = "fr"): string {
    return render(report, language)["report.html"] as string;
}

/** What the explorer announces. */
export function announced(page: Page): Promise<string> {
    return page.locator(".explorer output").innerText();
}

export function field(
    page: Page,
    name: "text" | "framework" | "component" | "severity" | "verdict" | "view",
) {
    return page.locator(`.by-${name}`).locator("input, select");
}

/** The fold of a rule by its id. */
export function rule(page: Page, id: string) {
    return page.locator(`#constats article#${id}`);
}

/** French numbers as the page writes them. */
export function french(count: number): string {
    return count.toLocaleString("fr-FR");
}
