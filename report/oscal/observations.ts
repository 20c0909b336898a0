import { totalOf } from "../counts";
import type { Finding, FindingCounts, Report, ReportEvidence, ReportRule } from "../model";
import { labelled } from "../words/labelled";
import { type Language, notation } from "../words/language";
import { webAddress } from "../words/web-address";
import { VERDICTS, words } from "../words/words";
import { SEVERITY_CODES, VERDICT_CODES } from "./codes";
import type { Observation, Property, Subject } from "./document";
import { stackUuid } from "./identity";
import { originOf, reportUuid } from "./metadata";
import { inventoryUuid } from "./subjects";
import { line, property, prose } from "./text";
import { WORDS } from "./words";

/** Messages of one finding that are written. */
const MOST_MESSAGES = 10;

export function observationUuid(report: Report, rule: string): string {
    return stackUuid(report, "observation", rule);
}

export function evidenceUuid(report: Report, evidence: string): string {
    return stackUuid(report, "evidence", evidence);
}

/** What a rule found: how many verdicts of each kind, and the first of its open findings. */
export function observationOf(
    report: Report,
    rule: ReportRule,
    open: readonly Finding[],
    language: Language,
): Observation {
    const own = WORDS[language];
    const written = notation(language);
    const { findings } = rule;
    const url = webAddress(rule.url);
    const all = findings.violation + findings.undecided + findings.exempted;
    const nothing = report.disabledRules.includes(rule.id) ? own.disabled : own.idle;
    return {
        uuid: observationUuid(report, rule.id),
        title: line(rule.title[language], language),
        description: prose(
            [
                totalOf(findings) === 0
                    ? written.typeset(nothing)
                    : labelled(own.verdicts, tally(findings, language), language),
                ...(open.length < all
                    ? [written.typeset(own.shown(written.number(open.length), written.number(all)))]
                    : []),
                labelled(own.why, rule.why[language], language),
            ],
            language,
        ),
        props: [
            property("regle", rule.id, language),
            property("criticite-proposee", SEVERITY_CODES[rule.severity], language),
            ...findingProperties(findings, language),
        ],
        links: url === undefined ? [] : [{ href: url, rel: "reference" }],
        methods: ["TEST"],
        types: [findings.violation > 0 ? "finding" : "control-objective"],
        origins: [originOf(report)],
        subjects: open.map((finding) => subjectOf(report, finding, language)),
        "relevant-evidence": [
            { href: `#${reportUuid(report)}`, description: prose([own.reportFile], language) },
        ],
        collected: report.generatedAt,
    };
}

/** What a person must provide: an examination that is yet to be made. */
export function evidenceObservation(
    report: Report,
    { id, owner, document }: ReportEvidence,
    language: Language,
): Observation {
    const own = WORDS[language];
    return {
        uuid: evidenceUuid(report, id),
        title: line(`${id}, ${document[language]}`, language),
        description: prose(
            [
                labelled(own.evidence, document[language], language),
                labelled(own.provider, owner[language], language),
            ],
            language,
        ),
        props: [property("preuve", id, language), property("etat", "a-fournir", language)],
        links: [],
        methods: ["EXAMINE"],
        types: ["control-objective"],
        origins: [originOf(report)],
        subjects: [],
        "relevant-evidence": [],
        collected: report.generatedAt,
        remarks: prose([notation(language).typeset(own.notCollected)], language),
    };
}

/** How many verdicts there are of each kind. */
export function findingProperties(counts: FindingCounts, language: Language): readonly Property[] {
    return VERDICTS.map((verdict) =>
        property(`constats-${VERDICT_CODES[verdict]}`, counts[verdict], language),
    );
}

export function tally(counts: FindingCounts, language: Language): string {
    const written = notation(language);
    const { verdict: names } = words(language);
    return written.list(VERDICTS.map((verdict) => `${names[verdict]} ${written.number(counts[verdict])}`));
}

function subjectOf(report: Report, finding: Finding, language: Language): Subject {
    const { resource, verdict, messages, undecided, exemption, since } = finding;
    const own = WORDS[language];
    const remarks = [
        ...messages.slice(0, MOST_MESSAGES),
        ...(messages.length > MOST_MESSAGES
            ? [own.more(notation(language).number(messages.length - MOST_MESSAGES))]
            : []),
        ...(undecided.length === 0 ? [] : [labelled(own.unknown, undecided.join(", "), language)]),
    ];
    return {
        "subject-uuid": inventoryUuid(report, resource),
        type: "inventory-item",
        title: line(resource, language),
        props: [
            property("verdict", VERDICT_CODES[verdict], language),
            ...(exemption === undefined ? [] : [property("derogation", exemption.id, language)]),
            ...(since === undefined ? [] : [property("ouvert-depuis", since, language)]),
        ],
        ...(remarks.length === 0 ? {} : { remarks: prose(remarks, language) }),
    };
}
