import type { Invocation, Notification, ReportingDescriptor, Run } from "sarif";
import type { Decision, Report } from "../model";
import { labelled } from "../words/labelled";
import { type Language, notation } from "../words/language";
import { answerOf, words } from "../words/words";
import { guid, runGuid } from "./identity";
import { told } from "./text";
import { WORDS } from "./words";

const KINDS = ["coverage", "found", "decision", "notice", "limit", "extent", "exemptions"] as const;

type Kind = (typeof KINDS)[number];

/** What notifications tell of. */
export const NOTIFICATIONS: readonly ReportingDescriptor[] = KINDS.map((id) => ({ id }));

const LEVELS: Readonly<Record<Decision["verdict"], NonNullable<Notification["level"]>>> = {
    refused: "error",
    inconclusive: "error",
    reserved: "warning",
    accepted: "note",
};

/** How the run went: coverage first, then what was found, the decision, and what the report is not. */
export function invocation(report: Report, language: Language, extent: readonly string[]): Invocation {
    const said = words(language);
    const { verdict, reasons } = report.decision;
    const { answer, sentence } = answerOf(report, language);
    const disabled = new Set(report.disabledRules);
    return {
        executionSuccessful: true,
        endTimeUtc: report.generatedAt,
        toolExecutionNotifications: [
            notification("coverage", "note", said.coverage(report)),
            notification("found", "note", said.found(report)),
            notification(
                "decision",
                LEVELS[verdict],
                [
                    `${answer}. ${sentence}`,
                    ...(verdict === "inconclusive" ? [] : reasons.map((reason) => said.reason(reason))),
                ].join("\n"),
            ),
            notification("notice", "note", said.notice),
            ...said.limits(report).map((limit) => notification("limit", "note", limit)),
            ...extent.map((text) => notification("extent", "warning", text)),
        ],
        toolConfigurationNotifications: report.exemptions.faults.map(({ exemption, message }) =>
            notification(
                "exemptions",
                "error",
                labelled(`${WORDS[language].fault}, ${exemption}`, message, language),
            ),
        ),
        ruleConfigurationOverrides: report.rules
            .map(({ id }, index) => ({ id, index }))
            .filter(({ id }) => disabled.has(id))
            .map(({ id, index }) => ({
                descriptor: { id: told(id, language), index },
                configuration: { enabled: false },
                properties: { reason: notation(language).typeset(WORDS[language].disabled) },
            })),
    };

    function notification(kind: Kind, level: NonNullable<Notification["level"]>, text: string): Notification {
        return {
            descriptor: { id: kind, index: KINDS.indexOf(kind) },
            level,
            message: { text: told(notation(language).typeset(text), language) },
        };
    }
}

/** What identifies the run; `conformite/<stack>` is the category under which GitHub keeps results apart. */
export function automation(report: Report, language: Language): NonNullable<Run["automationDetails"]> {
    const { project, stack, generatedAt } = report;
    const series = told(stack, language).replaceAll("/", "-");
    return {
        id: `conformite/${series}/${generatedAt}`,
        guid: runGuid(report, generatedAt),
        correlationGuid: guid("series", project, stack),
    };
}
