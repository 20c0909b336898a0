import { groupBy } from "../group-by";
import { isDeclared, totalOf } from "../counts";
import type { Report } from "../model";
import { type Block, type Content, heading, paragraph, table } from "./blocks";
import {
    type Context,
    inLanguage,
    requirementLines,
    requirementsOf,
    resourceLines,
    titleOf,
} from "./context";

/** Resources that are printed at most. */
const MAX_RESOURCES = 500;

export function annexesBlocks(context: Context): Block[] {
    const { own } = context;
    return [
        heading(1, own.annexes.title),
        heading(2, own.annexes.evidence),
        ...evidenceBlocks(context),
        heading(2, own.annexes.unjudged),
        ...unjudgedBlocks(context),
        heading(2, own.annexes.resources),
        ...resourceBlocks(context),
        ...remediationBlocks(context),
        heading(2, own.annexes.sources),
        ...sourceBlocks(context),
        heading(2, own.annexes.provenance),
        ...provenanceBlocks(context),
        heading(2, own.annexes.limits),
        ...context.shared.limits(context.report).map((text) => paragraph(text)),
    ];
}

function evidenceBlocks(context: Context): Block[] {
    const { report, own } = context;
    const { columns } = own;
    const owners = groupBy(report.evidence, ({ owner }) => inLanguage(context, owner));
    return owners.size === 0
        ? [paragraph(own.summary.noEvidence)]
        : [...owners].flatMap(([owner, documents]) => [
              heading(3, owner === "" ? own.none : owner),
              ...table(
                  [
                      { title: columns.reference, width: 1.5 },
                      { title: columns.requirements, width: 3 },
                      { title: columns.document, width: 5.5 },
                      { title: columns.handedIn, width: 2 },
                  ],
                  documents.map(({ id, document, requirements }) => [
                      id,
                      requirementLines(requirements),
                      inLanguage(context, document),
                      "",
                  ]),
              ),
          ]);
}

function unjudgedBlocks(context: Context): Block[] {
    const { report, own } = context;
    const disabled = new Set(report.disabledRules);
    const rows = report.rules
        .filter(({ findings }) => totalOf(findings) === 0)
        .map(({ id, title }): Content[] => [
            requirementsOf(context, id),
            inLanguage(context, title),
            disabled.has(id) ? { strong: own.annexes.disabled } : own.annexes.idle,
        ]);
    return rows.length === 0
        ? [paragraph(own.findings.none)]
        : table(
              [
                  { title: own.columns.requirements, width: 3.5 },
                  { title: own.columns.rule, width: 6 },
                  { title: own.annexes.state, width: 1.8 },
              ],
              rows,
          );
}

function resourceBlocks(context: Context): Block[] {
    const { report, own } = context;
    const unseen = report.resources
        .filter(isDeclared)
        .filter(({ opaque, rules, genericRules }) => opaque === true || rules + genericRules === 0);
    if (unseen.length === 0) {
        return [
            paragraph(report.summary.resources.declared === 0 ? own.annexes.noResource : own.annexes.allSeen),
        ];
    }
    const printed = unseen.slice(0, MAX_RESOURCES);
    return [
        {
            kind: "list",
            items: printed.map(({ urn, type, name, opaque }) => [
                { strong: name },
                ` – ${type} – ${opaque === true ? own.annexes.opaque : own.annexes.unexamined} – `,
                { code: urn },
            ]),
        },
        ...(printed.length < unseen.length
            ? [paragraph(own.annexes.more(printed.length, unseen.length))]
            : []),
    ];
}

function remediationBlocks(context: Context): Block[] {
    const { report, own } = context;
    return report.remediations.length === 0
        ? []
        : [
              heading(2, own.annexes.remediations),
              ...table(
                  [
                      { title: own.columns.requirements, width: 2.4 },
                      { title: own.columns.rule, width: 4 },
                      { title: own.columns.resource, width: 4 },
                  ],
                  report.remediations
                      .slice(0, MAX_RESOURCES)
                      .map(({ rule, resource }) => [
                          requirementsOf(context, rule),
                          titleOf(context, rule),
                          resourceLines(context, resource),
                      ]),
              ),
              ...(report.remediations.length > MAX_RESOURCES
                  ? [paragraph(own.annexes.more(MAX_RESOURCES, report.remediations.length))]
                  : []),
          ];
}

function sourceBlocks(context: Context): Block[] {
    const { report, own } = context;
    const citing = citations(report);
    return table(
        [
            { title: own.columns.source, width: 3 },
            { title: own.columns.document, width: 4.5 },
            { title: own.columns.requirements, width: 3.5 },
        ],
        report.sources.map(({ id, title, url }) => [
            { link: id, url },
            inLanguage(context, title),
            requirementLines(citing.get(id) ?? []),
        ]),
    );
}

/** The requirements whose chains cite each source. */
function citations({ frameworks }: Report) {
    const cited = frameworks.flatMap(({ id, requirements }) =>
        requirements.flatMap(({ id: requirement, chain }) =>
            [...new Set(chain.flatMap(({ sources }) => sources))].map((source) => ({
                source,
                framework: id,
                requirement,
            })),
        ),
    );
    return groupBy(cited, ({ source }) => source);
}

function provenanceBlocks({ report, own }: Context): Block[] {
    const { inputs, changes, commit } = report;
    const names = own.annexes.inputs;
    const rows: [string, Content][] = [
        ...(commit === undefined ? [] : [[own.facts.commit, { code: commit.id }] as [string, Content]]),
        [names.infrastructure, { code: inputs.infrastructure }],
        [names.rules, { code: inputs.rules }],
        [names.levels, { code: inputs.levels }],
        [names.exemptions, { code: inputs.exemptions }],
        [names.digest, { code: inputs.digest }],
        ...(changes === undefined
            ? []
            : [[own.annexes.previous, { code: changes.previous.digest }] as [string, Content]]),
    ];
    return [paragraph(own.annexes.provenanceNote), { kind: "facts", rows }];
}
