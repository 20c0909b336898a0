import { totalOf } from "../counts";
import type { ReportFramework, ReportRequirement } from "../model";
import { type Block, type Content, heading, paragraph, table } from "./blocks";
import { type Context, inLanguage, requirementName, severityRank } from "./context";
import { resultText } from "./results";

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

/** The rules that judged something, the gravest results first; how many judged nothing. */
function ruleBlocks(context: Context, framework: ReportFramework, requirement: ReportRequirement): Block[] {
    const { shared, own, rules, say } = context;
    const { columns } = own;
    if (requirement.rules.length === 0) {
        return [{ kind: "text", style: "small", content: own.requirements.noRule }];
    }
    const described = requirement.rules.flatMap((id) => rules.get(id) ?? []);
    const judged = described
        .filter(({ findings }) => totalOf(findings) > 0)
        .sort(
            (a, b) =>
                b.findings.violation - a.findings.violation ||
                b.findings.undecided - a.findings.undecided ||
                severityRank(a) - severityRank(b),
        );
    const rows = judged.map((rule): Content[] => [
        requirementName(framework.id, requirement.id),
        inLanguage(context, rule.title),
        { mark: rule.severity, text: shared.severity[rule.severity] },
        resultText(context, rule.findings),
    ]);
    const idle = requirement.rules.length - judged.length;
    const sources = [...new Set(requirement.chain.flatMap((link) => link.sources))];
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
        {
            kind: "text",
            style: "small",
            content: [
                ...(idle > 0 ? [own.requirements.idle(idle), " "] : []),
                ...(sources.length > 0 ? [own.requirements.sources(say.list(sources))] : []),
            ],
        },
    ];
}
