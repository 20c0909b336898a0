import { groupBy } from "../group-by";
import { compareText } from "../compare-text";
import { totalOf } from "../counts";
import type { Report, StatusCounts } from "../model";
import { STATUSES } from "../words/words";
import { type Bar, type Block, type Content, heading, paragraph, table } from "./blocks";
import { changesBlocks } from "./changes";
import { type Context, inLanguage, requirementsOf, severityRank, titleOf } from "./context";
import { exemptionsInBrief } from "./exemptions";
import { resultText } from "./results";

/** Rules that the summary lists. */
const TOP = 10;

/** What a steering committee reads: how much was looked at before what was found. */
export function summaryBlocks(context: Context): Block[] {
    const { summary } = context.own;
    return [
        heading(1, summary.title),
        heading(2, summary.coverage),
        ...coverageBlocks(context),
        heading(2, summary.statuses),
        ...statusBlocks(context),
        heading(2, context.own.changes.title),
        ...changesBlocks(context),
        heading(2, summary.top),
        ...topBlocks(context),
        heading(2, summary.exemptions),
        ...exemptionsInBrief(context),
        heading(2, summary.evidence),
        ...evidenceBlocks(context),
        heading(2, summary.decisions),
        { kind: "list", items: decisionsExpected(context) },
    ];
}

function coverageBlocks({ report, shared, own }: Context): Block[] {
    const { resources, rules } = report.summary;
    const { summary } = own;
    return [
        { kind: "text", style: "small", content: summary.coverageNote },
        paragraph(shared.coverage(report)),
        {
            kind: "bars",
            bars: [
                {
                    label: summary.resources,
                    parts: (["examined", "genericOnly", "opaque", "unexamined"] as const).map((mark) => ({
                        mark,
                        count: resources[mark],
                        text: summary.part(resources[mark], summary[mark]),
                    })),
                },
                {
                    label: summary.rules,
                    parts: [
                        {
                            mark: "examined",
                            count: rules.judged,
                            text: summary.part(rules.judged, summary.judged),
                        },
                        {
                            mark: "genericOnly",
                            count: rules.idle,
                            text: summary.part(rules.idle, summary.idle),
                        },
                        {
                            mark: "unexamined",
                            count: rules.disabled,
                            text: summary.part(rules.disabled, summary.disabled),
                        },
                    ],
                },
            ],
        },
    ];
}

function statusBlocks(context: Context): Block[] {
    const { report, shared, own, say } = context;
    const bars = report.frameworks.map((framework): Bar => ({
        label: inLanguage(context, framework.title),
        parts: STATUSES.filter((status) => framework.statuses[status] > 0).map((status) => ({
            mark: status,
            count: framework.statuses[status],
            text: say.counted(framework.statuses[status], ...shared.requirements[status]),
        })),
    }));
    const counts = (statuses: StatusCounts) => STATUSES.map((status) => say.number(statuses[status]));
    return [
        { kind: "text", style: "lead", content: shared.headline(report) },
        { kind: "bars", bars },
        ...table(
            [
                { title: own.columns.framework, width: 4 },
                ...STATUSES.map((status) => ({
                    title: shared.status[status],
                    width: 1.6,
                    numeric: true as const,
                })),
            ],
            [
                ...report.frameworks.map((framework): Content[] => [
                    inLanguage(context, framework.title),
                    ...counts(framework.statuses),
                ]),
                [
                    { strong: own.columns.total },
                    ...counts(report.summary.requirements).map((count) => ({ strong: count })),
                ],
            ],
        ),
        paragraph(shared.found(report)),
    ];
}

/** The rules with open findings, the gravest first. */
function topBlocks(context: Context): Block[] {
    const { report, shared, own } = context;
    const open = report.rules
        .filter(({ findings: { violation, undecided } }) => violation + undecided > 0)
        .sort(
            (a, b) =>
                Number(b.findings.violation > 0) - Number(a.findings.violation > 0) ||
                severityRank(a) - severityRank(b) ||
                b.findings.violation - a.findings.violation ||
                compareText(a.id, b.id),
        );
    if (open.length === 0) {
        const judged = totalOf(report.summary.findings) > 0;
        return [paragraph(judged ? own.summary.noOpen : own.summary.nothingJudged)];
    }
    const rows = open
        .slice(0, TOP)
        .map((rule): Content[] => [
            requirementsOf(context, rule.id),
            [[{ strong: titleOf(context, rule.id) }], [{ quiet: inLanguage(context, rule.why) }]],
            { mark: rule.severity, text: shared.severity[rule.severity] },
            resultText(context, rule.findings),
        ]);
    return [
        { kind: "text", style: "kept", content: own.summary.topNote },
        ...table(
            [
                { title: own.columns.requirements, width: 2.6 },
                { title: own.columns.rule, width: 5 },
                { title: own.columns.severity, width: 1.5 },
                { title: own.columns.results, width: 2 },
            ],
            rows,
        ),
        ...(open.length > TOP ? [paragraph(own.summary.topMore(TOP, open.length))] : []),
    ];
}

function evidenceBlocks(context: Context): Block[] {
    const { report, own } = context;
    const owners = groupBy(report.evidence, ({ owner }) => inLanguage(context, owner));
    if (owners.size === 0) {
        return [paragraph(own.summary.noEvidence)];
    }
    return [
        { kind: "text", style: "kept", content: own.summary.evidenceNote },
        {
            kind: "facts",
            rows: [...owners].map(([owner, documents]) => [owner, own.summary.documents(documents.length)]),
        },
    ];
}

function decisionsExpected({ report, own }: Context): string[] {
    const { decisions } = own;
    const { requirements, resources } = report.summary;
    const items = report.decision.reasons.map(({ code, count }: Report["decision"]["reasons"][number]) =>
        code === "nothingJudged" || code === "simulated" ? decisions[code] : decisions[code](count),
    );
    if (requirements.evidenceRequired > 0) {
        items.push(decisions.evidence(requirements.evidenceRequired));
    }
    if (resources.opaque > 0) {
        items.push(decisions.opaque(resources.opaque));
    }
    return items.length === 0 ? [decisions.none] : items;
}
