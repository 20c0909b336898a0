import type { Location, Result, Suppression } from "sarif";
import { nameOf } from "../../policies/urn";
import { idleRules } from "../counts";
import type { Finding, Report, Verdict } from "../model";
import { labelled } from "../words/labelled";
import { type Language, notation } from "../words/language";
import { words } from "../words/words";
import { baselineOf } from "./baseline";
import { fingerprint, guid } from "./identity";
import { fileOf } from "./place";
import { LEVELS } from "./rules";
import { told } from "./text";
import { WORDS } from "./words";

const KINDS: Readonly<Record<Verdict, NonNullable<Result["kind"]>>> = {
    violation: "fail",
    exempted: "fail",
    undecided: "open",
    compliant: "pass",
};

/** A result for each finding, in the order of the report. */
export function* findingResults(report: Report, language: Language): Generator<Result> {
    const rules = new Map(report.rules.map((rule, index) => [rule.id, { rule, index }]));
    const resources = new Map(report.resources.map(({ urn }, index) => [urn, index]));
    const suppressionOf = suppressions(report, language);
    const baseline = baselineOf(report.changes);
    for (const finding of report.findings) {
        const known = rules.get(finding.rule);
        const suppression = suppressionOf(finding);
        const { undecided, since, verdict } = finding;
        yield {
            ruleId: told(finding.rule, language),
            ...(known === undefined ? {} : { ruleIndex: known.index }),
            kind: KINDS[verdict],
            level: KINDS[verdict] === "fail" && known !== undefined ? LEVELS[known.rule.severity] : "none",
            message: { text: messageOf(finding, language) },
            locations: [placeOf(finding.resource, resources.get(finding.resource), report, language)],
            fingerprints: { "ruleAndResource/v1": fingerprint(finding) },
            ...(suppression === undefined ? {} : { suppressions: [suppression] }),
            ...(baseline === undefined ? {} : { baselineState: baseline(finding) }),
            properties: {
                verdict,
                ...(undecided.length === 0
                    ? {}
                    : { undecided: undecided.map((path) => told(path, language)) }),
                ...(since === undefined ? {} : { since }),
            },
        };
    }
}

/** What a finding says, after the name of its resource. */
export function messageOf({ resource, verdict, messages, undecided }: Finding, language: Language): string {
    const name = told(nameOf(resource), language);
    const said = {
        violation: () => messages.join("\n"),
        exempted: () => messages.join("\n"),
        undecided: () => labelled(WORDS[language].undecided, undecided.join(", "), language),
        compliant: () => words(language).verdict.compliant,
    }[verdict]();
    return labelled(name, told(said, language), language);
}

/** The file where a reader best starts, and the resource. */
export function placeOf(
    urn: string,
    index: number | undefined,
    report: Report,
    language: Language,
): Location {
    return {
        physicalLocation: { artifactLocation: { uri: fileOf(urn, report) } },
        logicalLocations: [
            index === undefined ? { fullyQualifiedName: told(urn, language), kind: "resource" } : { index },
        ],
    };
}

/** The rules that found nothing to judge; a disabled one is told of elsewhere. */
export function idleResults(report: Report, language: Language): Result[] {
    const idle = new Set(idleRules(report));
    return report.rules.flatMap((rule, index) =>
        idle.has(rule)
            ? [
                  {
                      ruleId: told(rule.id, language),
                      ruleIndex: index,
                      kind: "notApplicable" as const,
                      level: "none" as const,
                      message: { text: WORDS[language].idle },
                  },
              ]
            : [],
    );
}
function suppressions({ exemptions }: Report, language: Language) {
    const byId = new Map(exemptions.inForce.map((exemption) => [exemption.id, exemption]));
    const own = WORDS[language];
    return ({ exemption, verdict }: Finding): Suppression | undefined => {
        if (exemption === undefined || verdict !== "exempted") {
            return undefined;
        }
        const { id, expires } = exemption;
        const granted = byId.get(id);
        const text = [
            `${id}, ${own.until} ${notation(language).date(expires)}`,
            ...(granted === undefined
                ? []
                : [granted.reason, labelled(own.measure, granted.compensatingMeasure, language)]),
        ];
        return {
            kind: "external",
            status: "accepted",
            guid: guid("exemption", id),
            justification: told(text.join("\n"), language),
            properties: { exemption: told(id, language), expires },
        };
    };
}
