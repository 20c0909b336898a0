import type { Report } from "../model";
import type { Files } from "../outputs";
import type { Language } from "../words/language";
import { STATUSES, VERDICTS, answerOf, words } from "../words/words";
import { type Cell, table } from "./table";
import { WORDS } from "./words";

/** Tables for spreadsheets: how much was looked at, then every finding and every requirement, a row each. */
export function render(report: Report, language: Language): Files {
    const { coverage, findings, requirements } = WORDS[language];
    return {
        "coverage.csv": table(coverage.columns, coverageRows(report, language), language),
        "findings.csv": table(Object.values(findings), findingRows(report, language), language),
        "requirements.csv": table(Object.values(requirements), requirementRows(report, language), language),
    };
}

function coverageRows(report: Report, language: Language): readonly (readonly Cell[])[] {
    const { project, stack, source, generatedAt, commit, simulated, decision, summary } = report;
    const said = words(language);
    const own = WORDS[language].coverage;
    const { question, answer, sentence } = answerOf(report, language);
    const yes = (value: boolean) => (value ? own.yes : own.no);
    return [
        [own.notice, said.notice],
        [own.project, project],
        [own.stack, stack],
        [own.generatedAt, generatedAt],
        ...(commit === undefined
            ? []
            : [
                  [own.commit, commit.id],
                  [own.modified, yes(commit.modified)],
              ]),
        [own.source, said.source[source]],
        ...(source === "preview" ? [[own.simulated, yes(simulated)]] : []),
        ...(["declared", "examined", "genericOnly", "opaque", "unexamined"] as const).map((key) => [
            own[key],
            summary.resources[key],
        ]),
        ...(["total", "judged", "idle", "disabled"] as const).map((key) => [own[key], summary.rules[key]]),
        [question, `${answer}. ${sentence}`],
        ...decision.reasons.map((reason) => [own.reason, said.reason(reason)]),
        ...VERDICTS.map((verdict) => [own.findings + said.verdict[verdict], summary.findings[verdict]]),
        ...STATUSES.map((status) => [own.requirements + said.status[status], summary.requirements[status]]),
        ...said.limits(report).map((limit) => [own.limit, limit]),
    ];
}

function* findingRows(report: Report, language: Language): Generator<readonly Cell[]> {
    const said = words(language);
    const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
    const resources = new Map(report.resources.map((resource) => [resource.urn, resource]));
    for (const {
        rule: id,
        resource: urn,
        verdict,
        messages,
        undecided,
        exemption,
        since,
    } of report.findings) {
        const rule = rules.get(id);
        const resource = resources.get(urn);
        const cells: Readonly<Record<keyof (typeof WORDS)["fr"]["findings"], Cell>> = {
            requirements: rule?.requirements
                .map(({ framework, requirement }) => `${framework} ${requirement}`)
                .join(", "),
            rule: id,
            title: rule?.title[language],
            severity: rule && said.severity[rule.severity],
            verdict: said.verdict[verdict],
            messages: messages.join("\n"),
            undecided: undecided.join("\n"),
            name: resource?.name,
            type: resource?.type,
            urn,
            exemption: exemption?.id,
            expires: exemption?.expires,
            since,
            remediation: verdict === "compliant" ? undefined : rule?.remediation[language],
            url: rule?.url,
        };
        yield Object.values(cells);
    }
}

function* requirementRows(report: Report, language: Language): Generator<readonly Cell[]> {
    const said = words(language);
    const evidence = new Map(report.evidence.map((document) => [document.id, document]));
    for (const framework of report.frameworks) {
        for (const requirement of framework.requirements) {
            const document = evidence.get(requirement.evidence ?? "");
            const cells: Readonly<Record<keyof (typeof WORDS)["fr"]["requirements"], Cell>> = {
                framework: framework.id,
                requirement: requirement.id,
                title: requirement.title[language],
                status: said.status[requirement.status],
                why:
                    requirement.why?.[language] ??
                    requirement.causes.map((cause) => said.cause[cause]).join(", "),
                rules: requirement.rules.join(", "),
                violation: requirement.findings.violation,
                undecided: requirement.findings.undecided,
                exempted: requirement.findings.exempted,
                compliant: requirement.findings.compliant,
                evidence: document?.id,
                document: document?.document[language],
                owner: document?.owner[language],
            };
            yield Object.values(cells);
        }
    }
}
