import { nameOf } from "../../policies/urn";
import type { Finding, Report, Verdict } from "../model";
import { labelled } from "../words/labelled";
import type { Language } from "../words/language";
import type { InventoryItem } from "./document";
import { stackUuid } from "./identity";
import { property, prose, value } from "./text";
import { WORDS } from "./words";

/** Open findings of one rule that are described. */
const MOST = 25;

/** The gravest first. */
const OPEN = ["violation", "undecided", "exempted"] as const satisfies readonly Verdict[];

/** The first open findings of each rule. */
export function openFindings(report: Report): ReadonlyMap<string, readonly Finding[]> {
    const kept = new Map<string, Finding[]>();
    for (const verdict of OPEN) {
        for (const finding of report.findings) {
            if (finding.verdict === verdict) {
                const ofRule = kept.get(finding.rule) ?? [];
                kept.set(finding.rule, ofRule);
                if (ofRule.length < MOST) {
                    ofRule.push(finding);
                }
            }
        }
    }
    return kept;
}

export function inventoryUuid(report: Report, urn: string): string {
    return stackUuid(report, "resource", urn);
}

/** The resources that these findings are on, each once. */
export function inventoryOf(
    report: Report,
    findings: readonly Finding[],
    language: Language,
): readonly InventoryItem[] {
    const own = WORDS[language];
    const known = new Map(report.resources.map((resource) => [resource.urn, resource]));
    return [...new Set(findings.map(({ resource }) => resource))].sort().map((urn) => {
        const resource = known.get(urn);
        const name = resource?.name ?? nameOf(urn);
        return {
            uuid: inventoryUuid(report, urn),
            description: prose(
                [resource?.kind === "stack" ? own.whole : labelled(own.resource, name, language)],
                language,
            ),
            props: [
                { name: "asset-id", value: value(urn, language) },
                ...(resource === undefined ? [] : [property("type", resource.type, language)]),
            ],
        };
    });
}
