import { nameOf, typeOfUrn } from "../../policies/urn";
import type { Changes, Status } from "../model";
import { type Block, type Content, heading, paragraph, table } from "./blocks";
import { type Context, requirementsOf, resourceLines, titleOf } from "./context";
import { shortCommit } from "./cover";
import { requirementName } from "../words/requirement-name";

/** Rows that each table of changes has at most. */
const MAX_ROWS = 30;

const KIND_MARKS = { regression: "violation", unjudged: "undecided", improvement: "compliant" } as const;

export function changesBlocks(context: Context): Block[] {
    const { report, shared, own, say } = context;
    const { changes } = report;
    if (changes === undefined) {
        return [paragraph(own.changes.first)];
    }
    const { previous, origins, resources, rules } = changes;
    const told = [
        own.changes.previous(
            say.dateTime(previous.generatedAt),
            previous.commit === undefined ? undefined : shortCommit(previous.commit),
        ),
        own.changes.decision(
            shared.decision[previous.decision].answer,
            shared.decision[report.decision.verdict].answer,
        ),
        origins.length === 0
            ? own.changes.sameInputs
            : own.changes.origins(say.list(origins.map((origin) => shared.origin[origin]))),
        own.changes.resources(resources.added.length, resources.removed.length),
        own.changes.rules(
            rules.added.length,
            rules.removed.length,
            rules.disabled.length,
            rules.enabled.length,
        ),
    ];
    return [
        paragraph(told.join(" ")),
        ...findingBlocks(context, changes),
        ...requirementBlocks(context, changes),
        ...listBlocks(context, own.changes.removedResources, resources.removed, (urn) => [
            nameOf(urn),
            " – ",
            { quiet: typeOfUrn(urn) },
        ]),
        ...listBlocks(context, own.changes.lostRules, [...rules.removed, ...rules.disabled], (id) => ({
            code: id,
        })),
    ];
}

function findingBlocks(context: Context, { findings }: Changes): Block[] {
    const { shared, own, say } = context;
    if (findings.length === 0) {
        return [paragraph(own.changes.none)];
    }
    const { columns } = own;
    const rows = findings
        .slice(0, MAX_ROWS)
        .map(({ kind, rule, resource, before, after, origins }): Content[] => [
            requirementsOf(context, rule),
            [[{ mark: KIND_MARKS[kind], text: own.changes[kind] }], [{ strong: titleOf(context, rule) }]],
            resourceLines(context, resource),
            [
                [before === undefined ? own.changes.absent : shared.verdict[before]],
                [{ strong: `→ ${after === undefined ? own.changes.noMore : shared.verdict[after]}` }],
            ],
            say.list(origins.map((origin) => shared.origin[origin])),
        ]);
    return [
        ...table(
            [
                { title: columns.requirements, width: 2.2 },
                { title: `${own.changes.kind}, ${columns.rule.toLowerCase()}`, width: 3 },
                { title: columns.resource, width: 3.4 },
                { title: columns.finding, width: 1.9 },
                { title: columns.origin, width: 1.9 },
            ],
            rows,
        ),
        ...more(context, findings.length),
    ];
}

function requirementBlocks(context: Context, { requirements }: Changes): Block[] {
    const { shared, own } = context;
    if (requirements.length === 0) {
        return [];
    }
    const status = (of: Status | undefined): Content =>
        of === undefined ? own.none : { mark: of, text: shared.status[of] };
    return [
        heading(3, own.changes.requirements),
        ...table(
            [
                { title: own.columns.requirement, width: 2 },
                { title: own.columns.before, width: 2 },
                { title: own.columns.after, width: 2 },
            ],
            requirements
                .slice(0, MAX_ROWS)
                .map(({ framework, requirement, before, after }) => [
                    requirementName(framework, requirement),
                    status(before),
                    status(after),
                ]),
        ),
        ...more(context, requirements.length),
    ];
}

function listBlocks(
    context: Context,
    title: string,
    items: readonly string[],
    written: (item: string) => Content,
): Block[] {
    return items.length === 0
        ? []
        : [
              heading(3, title),
              { kind: "list", items: items.slice(0, MAX_ROWS).map(written) },
              ...more(context, items.length),
          ];
}

function more({ own }: Context, total: number): Block[] {
    return total > MAX_ROWS ? [paragraph(own.changes.more(MAX_ROWS, total))] : [];
}
