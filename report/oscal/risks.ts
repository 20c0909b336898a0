import type { Finding, Report, ReportExemptions, ReportRule } from "../model";
import { labelled } from "../words/labelled";
import { type Language, notation } from "../words/language";
import { SEVERITY_CODES } from "./codes";
import type { Risk } from "./document";
import { NS, stackUuid } from "./identity";
import { originOf } from "./metadata";
import { observationUuid } from "./observations";
import { line, property, prose } from "./text";
import { WORDS } from "./words";

type Exemption = NonNullable<Finding["exemption"]>;
type Granted = ReportExemptions["inForce"][number];

/** The risks of each rule: one for what violates it, open; one for each exemption, accepted until it expires. */
export function risksByRule(report: Report, language: Language): ReadonlyMap<string, readonly Risk[]> {
    const covering = exemptionsByRule(report);
    const granted = new Map(report.exemptions.inForce.map((exemption) => [exemption.id, exemption]));
    return new Map(
        report.rules.map((rule) => [
            rule.id,
            [
                ...(rule.findings.violation > 0 ? [openRisk(report, rule, language)] : []),
                ...(covering.get(rule.id) ?? []).map((exemption) =>
                    acceptedRisk(report, rule, exemption, granted.get(exemption.id), language),
                ),
            ],
        ]),
    );
}

/** The exemptions that cover findings of each rule, each once. */
function exemptionsByRule({ findings }: Report): ReadonlyMap<string, readonly Exemption[]> {
    const byRule = new Map<string, Exemption[]>();
    for (const { rule, exemption } of findings) {
        if (exemption !== undefined) {
            const known = byRule.get(rule) ?? [];
            byRule.set(rule, known);
            if (!known.some(({ id }) => id === exemption.id)) {
                known.push(exemption);
            }
        }
    }
    return byRule;
}

function openRisk(report: Report, rule: ReportRule, language: Language): Risk {
    const own = WORDS[language];
    return {
        uuid: stackUuid(report, "risk", rule.id),
        title: line(labelled(own.violated, rule.title[language], language), language),
        ...common(report, rule, language),
        statement: prose([labelled(own.why, rule.why[language], language)], language),
        props: [property("regle", rule.id, language)],
        status: "open",
        "mitigating-factors": [],
        remediations: [
            {
                uuid: stackUuid(report, "remediation", rule.id),
                lifecycle: "recommendation",
                title: line(own.remediation, language),
                description: prose([rule.remediation[language]], language),
            },
        ],
    };
}

function acceptedRisk(
    report: Report,
    rule: ReportRule,
    { id, expires }: Exemption,
    granted: Granted | undefined,
    language: Language,
): Risk {
    const own = WORDS[language];
    return {
        uuid: stackUuid(report, "exemption", rule.id, id),
        title: line(labelled(`${own.exemption} ${id}`, rule.title[language], language), language),
        ...common(report, rule, language),
        statement: prose(granted === undefined ? [own.unregistered] : statement(granted, language), language),
        props: [property("regle", rule.id, language), property("derogation", id, language)],
        status: "deviation-approved",
        "mitigating-factors":
            granted === undefined
                ? []
                : [
                      {
                          uuid: stackUuid(report, "measure", rule.id, id),
                          description: prose([granted.compensatingMeasure], language),
                      },
                  ],
        deadline: `${expires}T23:59:59Z`,
        remediations: [],
    };
}

function statement(granted: Granted, language: Language): readonly string[] {
    const own = WORDS[language];
    const written = notation(language);
    return [
        [own.reason, granted.reason],
        [own.owner, granted.owner],
        [own.approved, granted.approver],
        [own.granted, written.date(granted.granted)],
        [own.expires, written.date(granted.expires)],
        [own.ticket, granted.ticket],
    ].map(([label, text]) => labelled(label ?? "", text ?? "", language));
}

function common(
    report: Report,
    rule: ReportRule,
    language: Language,
): Pick<Risk, "description" | "characterizations" | "related-observations"> {
    return {
        description: prose([rule.title[language]], language),
        characterizations: [
            {
                origin: originOf(report),
                facets: [{ name: "criticite-proposee", system: NS, value: SEVERITY_CODES[rule.severity] }],
            },
        ],
        "related-observations": [{ "observation-uuid": observationUuid(report, rule.id) }],
    };
}
