import { groupBy } from "../group-by";
import type { Finding } from "../model";
import { type Block, type Content, type Piece, heading, paragraph, table } from "./blocks";
import { type Context, french, inLanguage, requirementsOf, resourceLines, titleOf } from "./context";

/** Open findings that are printed at most; `report.json` has all. */
export const MAX_FINDINGS = 1_000;

const GROUPS = ["violation", "undecided", "exempted"] as const;

/** The open findings, the gravest first, by verdict and rule. */
export function findingsBlocks(context: Context): Block[] {
    const { own, open } = context;
    const printed = open.slice(0, MAX_FINDINGS);
    return [
        heading(1, own.findings.title),
        paragraph(own.findings.intro),
        ...(printed.length < open.length
            ? [{ kind: "notice" as const, content: own.findings.cut(printed.length, open.length) }]
            : []),
        ...GROUPS.flatMap((verdict) => [
            heading(2, own.findings.groups[verdict]),
            ...groupBlocks(
                context,
                printed.filter((finding) => finding.verdict === verdict),
            ),
        ]),
    ];
}

function groupBlocks(context: Context, findings: readonly Finding[]): Block[] {
    if (findings.length === 0) {
        return [paragraph(context.own.findings.none)];
    }
    return [...groupBy(findings, ({ rule }) => rule)].flatMap(([rule, of]) => [
        heading(3, titleOf(context, rule)),
        ...ruleBlocks(context, rule),
        ...findingsTable(context, of),
    ]);
}

function ruleBlocks(context: Context, id: string): Block[] {
    const { own, shared, rules } = context;
    const rule = rules.get(id);
    if (rule === undefined) {
        return [];
    }
    const lines: Content[] = [
        [{ mark: rule.severity, text: own.findings.severity(shared.severity[rule.severity]) }],
        [{ strong: own.findings.why }, inLanguage(context, rule.why)],
        [{ strong: own.findings.remediation }, inLanguage(context, rule.remediation)],
    ];
    return lines.map((content) => ({ kind: "text", style: "kept", content }));
}

function findingsTable(context: Context, findings: readonly Finding[]): Block[] {
    const { columns, none } = context.own;
    return table(
        [
            { title: columns.requirements, width: 2.4 },
            { title: columns.resource, width: 4 },
            { title: columns.finding, width: 4 },
            { title: columns.since, width: 1.6 },
        ],
        findings.map((finding) => [
            requirementsOf(context, finding.rule),
            resourceLines(context, finding.resource),
            whatIsFound(context, finding),
            finding.since === undefined ? none : context.say.date(finding.since),
        ]),
    );
}

function whatIsFound(context: Context, { messages, undecided, exemption }: Finding): Content {
    const { own, say } = context;
    const lines: Piece[][] = [
        ...messages.map((message) => [french(context, message)]),
        ...(undecided.length > 0 ? [[own.findings.unknown(undecided.join(", "))]] : []),
        ...(exemption === undefined
            ? []
            : [
                  [
                      {
                          quiet: own.findings.exemption(
                              exemption.id,
                              say.date(exemption.expires),
                              own.exemptions.days(exemption.daysLeft),
                          ),
                      },
                  ],
              ]),
    ];
    return lines.length === 0 ? own.none : lines;
}
