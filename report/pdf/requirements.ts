import { totalOf } from "../counts";
import type { ReportFramework, ReportRequirement, ReportRule } from "../model";
import { type Block, type Content, type Piece, heading, paragraph, table } from "./blocks";
import { type Context, inLanguage, severityRank } from "./context";
import { resultText } from "./results";
import { requirementName } from "../words/requirement-name";

/** A chapter in which each framework begins a page, and each requirement has its status, its causes and its rules. */
export function requirementsBlocks(context: Context): Block[] {
    const { report, own } = context;
    const evidence = new Map(report.evidence.map((item) => [item.id, item]));
    return [
        heading(1, own.requirements.title),
        paragraph(own.requirements.scope),
        ...report.frameworks.flatMap((framework, index) => [
            {
                ...heading(2, inLanguage(context, framework.title)),
                ...(index > 0 ? { newPage: true as const } : {}),
            },
            ...framework.requirements.flatMap((requirement) => [
                heading(3, `${requirement.id} – ${inLanguage(context, requirement.title)}`),
                ...statusBlocks(context, requirement, evidence.get(requirement.evidence ?? "")),
                ...ruleBlocks(context, framework, requirement),
            ]),
        ]),
    ];
}

function statusBlocks(
    context: Context,
    { status, causes, activities, why }: ReportRequirement,
    evidence: Context["report"]["evidence"][number] | undefined,
): Block[] {
    const { shared, own, say } = context;
    const lines: Content[] = [
        [
            { mark: status, text: shared.status[status] },
            ...(activities === undefined
                ? []
                : [
                      {
                          quiet: ` – ${
                              activities.length === ALL_ACTIVITIES
                                  ? own.requirements.allActivities
                                  : own.requirements.activities(say.list(activities.map(String)))
                          }`,
                      },
                  ]),
        ],
        ...(causes.length > 0
            ? [own.requirements.causes(say.list(causes.map((cause) => shared.cause[cause])))]
            : []),
        ...(why === undefined ? [] : [own.requirements.why(inLanguage(context, why))]),
        ...(evidence === undefined
            ? []
            : [
                  own.requirements.evidence(
                      inLanguage(context, evidence.owner),
                      inLanguage(context, evidence.document),
                  ),
              ]),
    ];
    return lines.map((content) => ({ kind: "text", style: "kept", content }));
}

/** Of art. R.1111-9 of the CSP. */
const ALL_ACTIVITIES = 6;

/** A row for each rule with open findings, the gravest first; then the rules respected, and how many judged nothing. */
function ruleBlocks(context: Context, framework: ReportFramework, requirement: ReportRequirement): Block[] {
    const { shared, own, rules, say } = context;
    const { columns } = own;
    if (requirement.rules.length === 0) {
        return [{ kind: "text", style: "small", content: own.requirements.noRule }];
    }
    const judged = requirement.rules
        .flatMap((id) => rules.get(id) ?? [])
        .filter(({ findings }) => totalOf(findings) > 0);
    const rows = judged
        .filter((rule) => !isRespected(rule))
        .sort(
            (a, b) =>
                b.findings.violation - a.findings.violation ||
                b.findings.undecided - a.findings.undecided ||
                severityRank(a) - severityRank(b),
        )
        .map((rule): Content[] => [
            requirementName(framework.id, requirement.id),
            inLanguage(context, rule.title),
            { mark: rule.severity, text: shared.severity[rule.severity] },
            resultText(context, rule.findings),
        ]);
    const respected = judged.filter(isRespected);
    const idle = requirement.rules.length - judged.length;
    const sources = [...new Set(requirement.chain.flatMap((link) => link.sources))];
    const lines: Piece[][] = [
        ...(respected.length > 0
            ? [
                  enumeration(
                      own.requirements.respected(respected.length),
                      respected.map(
                          (rule) =>
                              `${inLanguage(context, rule.title)} (${say.number(rule.findings.compliant)})`,
                      ),
                      own.requirements.separator,
                  ),
              ]
            : []),
        ...(idle > 0 ? [[own.requirements.idle(idle)]] : []),
        ...(sources.length > 0
            ? [enumeration(own.requirements.sources, sources, own.requirements.separator)]
            : []),
    ];
    return [
        ...table(
            [
                { title: columns.requirement, width: 2.3 },
                { title: columns.rule, width: 6 },
                { title: columns.severity, width: 1.6 },
                { title: columns.results, width: 2 },
            ],
            rows,
        ),
        ...lines.map((content): Block => ({ kind: "text", style: "small", content })),
    ];
}

/** Each item is a run of its own: only an item that is too long is cut, never the list. */
function enumeration(title: string, items: readonly string[], separator: string): Piece[] {
    return [
        { strong: title },
        ...items.map((item, index) => ` ${item}${index + 1 < items.length ? separator : "."}`),
    ];
}

/** Of a rule that judged something. */
function isRespected({ findings }: ReportRule): boolean {
    return findings.compliant === totalOf(findings);
}
