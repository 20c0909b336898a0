import type { Report } from "../model";
import type { Files } from "../outputs";
import { type Language, notation } from "../words/language";
import { STATUSES, answerOf, words } from "../words/words";
import { changeBlocks } from "./changes";
import { exemptionBlocks, undecidedBlocks, violationBlocks } from "./findings";
import { folded } from "./fold";
import { markdownCode, markdownText } from "./text";
import { WORDS } from "./words";

/** Characters: a comment on GitHub has at most 65,536. */
const LONGEST = 60_000;

/** The summary as a comment on a pull request: the decision first, coverage before what was found, details folded. */
export function render(report: Report, language: Language): Files {
    const blocks = [
        ...decisionBlocks(report, language),
        ...changeBlocks(report, language),
        ...frameworkBlocks(report, language),
        ...violationBlocks(report, language),
        ...undecidedBlocks(report, language),
        ...exemptionBlocks(report, language),
        ...footer(report, language),
    ];
    return {
        "summary.md": `${bounded(blocks, notation(language).typeset(WORDS[language].truncated)).join("\n\n")}\n`,
    };
}

/** The first blocks that make a comment short enough; a fold is one block. */
function bounded(blocks: readonly string[], truncated: string): readonly string[] {
    let length = 0;
    const last = blocks.findIndex((block) => (length += block.length + 2) > LONGEST);
    return last < 0 ? blocks : [...blocks.slice(0, last), truncated];
}

function decisionBlocks(report: Report, language: Language): readonly string[] {
    const said = words(language);
    const { question, answer, sentence } = answerOf(report, language);
    return [
        `## ${question} ${answer}`,
        sentence,
        ...(report.decision.verdict === "inconclusive" || report.decision.reasons.length === 0
            ? []
            : [report.decision.reasons.map((reason) => `- ${said.reason(reason)}`).join("\n")]),
        `> ${said.notice}`,
        said.coverage(report),
        said.found(report),
    ];
}

function frameworkBlocks({ frameworks }: Report, language: Language): readonly string[] {
    const { status } = words(language);
    const { framework, frameworks: heading } = WORDS[language];
    const number = (count: number) => notation(language).number(count);
    const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const header = row([framework, ...STATUSES.map((name) => status[name])]);
    const rows = frameworks.map(({ title, version, statuses }) =>
        row([
            markdownText(`${title[language]} (${version})`, language),
            ...STATUSES.map((name) => number(statuses[name])),
        ]),
    );
    return [`### ${heading}`, [header, row(["---", ...STATUSES.map(() => "--:")]), ...rows].join("\n")];
}

function footer(report: Report, language: Language): readonly string[] {
    const own = WORDS[language];
    const { stack, source, generatedAt, simulated, commit, inputs } = report;
    const facts = [
        own.made(markdownCode(stack, language), generatedAt),
        words(language).source[source],
        ...(simulated ? [own.simulated] : []),
        ...(commit === undefined
            ? []
            : [
                  `${own.commit} ${markdownCode(commit.id.slice(0, 12), language)}${commit.modified ? ` (${own.modified})` : ""}`,
              ]),
        `${own.inputs} ${markdownCode(inputs.digest.slice(0, 12), language)}`,
    ];
    const limits = words(language)
        .limits(report)
        .map((limit) => `- ${limit}`);
    return [folded(own.limits, limits.join("\n")), `<sub>${facts.join(" · ")}</sub>`];
}
