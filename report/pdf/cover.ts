import type { Report } from "../model";
import { answerOf } from "../words/words";
import type { Content, Cover, Piece } from "./blocks";
import { type Context, inLanguage } from "./context";

export const BRAND = "AudioProthèse+";

/** Hexadecimal digits that are printed of a commit. */
const SHORT_COMMIT = 12;

export function shortCommit(id: string): string {
    return id.slice(0, SHORT_COMMIT);
}

/** The first page: the answer and its reasons, what was assessed, and what the report is not. */
export function coverOf(context: Context): Cover {
    const { report, language, shared, own, say } = context;
    const { decision } = report;
    return {
        brand: BRAND,
        subject: own.stack(report.stack),
        date: say.date(report.generatedAt),
        verdict: decision.verdict,
        ...answerOf(report, language),
        coverage: shared.coverage(report),
        reasons: decision.reasons.map((reason) => shared.reason(reason)),
        facts: factsOf(context),
        notices: [shared.notice, ...(report.simulated ? [own.simulated] : [])],
    };
}

function factsOf(context: Context): [string, Content][] {
    const { report, shared, own, say } = context;
    const { facts } = own;
    return [
        [facts.project, report.project],
        [facts.stack, report.stack],
        ...(report.architecture === undefined ? [] : [fact(facts.architecture, facts.cloud)]),
        [facts.source, shared.source[report.source]],
        [facts.judged, say.dateTime(report.generatedAt)],
        ...(report.source === "preview" ? [fact(facts.commit, commit(report, context))] : []),
        ...(report.engine === undefined ? [] : [fact(facts.engine, `Pulumi ${report.engine.version}`)]),
        [
            facts.run,
            report.ci === undefined
                ? facts.byHand
                : { link: facts.by(report.ci.system, report.ci.actor), url: report.ci.url },
        ],
        [facts.frameworks, report.frameworks.map((framework) => [frameworkLine(framework, context)])],
    ];
}

function fact(label: string, content: Content): [string, Content] {
    return [label, content];
}

function commit({ commit: of }: Report, { own: { facts } }: Context): Content {
    if (of === undefined) {
        return facts.noCommit;
    }
    const id = { code: shortCommit(of.id) };
    return of.modified ? [id, `, ${facts.modified}`] : id;
}

function frameworkLine(framework: Report["frameworks"][number], context: Context): Piece {
    const { facts } = context.own;
    const named = facts.version(inLanguage(context, framework.title), framework.version);
    return framework.packVersion === undefined ? named : `${named} (${facts.pack(framework.packVersion)})`;
}
