import { remaining } from "../policies/exemptions/wording";
import { typeset } from "../policies/typography";
import { withoutStackFrames } from "./run/engine-text";
import { SEVERITIES, counted, coverage, headline } from "./french";
import type { Finding, Report } from "./model";
import type { RunRecord } from "./run/record";
import { nameOf } from "../policies/urn";

/** Violations that the console shows in full; the others are in the report. */
const SHOWN = 10;

/** Lines of error output shown when the engine gave no reason. */
const OUTPUT_LINES = 20;

/** The verdict of a complete run, for the console. */
export function verdictLines(report: Report): readonly string[] {
    const severities = new Map(report.rules.map(({ id, severity }) => [id, SEVERITIES.indexOf(severity)]));
    const gravity = ({ rule }: Finding): number => severities.get(rule) ?? 0;
    const violations = report.findings
        .filter(({ verdict }) => verdict === "violation")
        .sort((a, b) => gravity(a) - gravity(b));
    const rest = violations.length - SHOWN;
    return [
        "",
        `Pile ${report.stack}${report.simulated ? " (Azure simulé)" : ""}`,
        coverage(report),
        headline(report),
        ...violations.slice(0, SHOWN).flatMap((finding) => ["", ...violationLines(finding, report)]),
        ...(rest > 0
            ? ["", `… et ${counted(rest, "autre non-conformité", "autres non-conformités")} dans le rapport.`]
            : []),
    ].map(typeset);
}

/** What departs from the rules as they are: each exemption with its days left, what is wrong with the register, rules disabled. */
export function exceptionLines({ exemptions, disabledRules, findings }: Report): readonly string[] {
    const covered = (id: string) => findings.filter(({ exemption }) => exemption?.id === id).length;
    return [
        ...(exemptions.ignored ? ["Dérogations ignorées, à la demande d’un auditeur."] : []),
        ...(exemptions.ignored ? [] : exemptions.inForce).map(
            ({ id, rule, expires, daysLeft }) =>
                `Dérogation ${id} (${rule}) : ${counted(covered(id), "constat couvert", "constats couverts")}, ` +
                `expire le ${expires}, ${remaining(daysLeft)}` +
                (covered(id) === 0 ? " ; à retirer du registre" : ""),
        ),
        ...exemptions.faults.map(({ exemption, message }) => `✖ Dérogation ${exemption} : ${message}`),
        ...(disabledRules.length > 0 ? [`Règles désactivées : ${disabledRules.join(", ")}`] : []),
    ].map(typeset);
}

function violationLines(finding: Finding, report: Report): readonly string[] {
    const rule = report.rules.find(({ id }) => id === finding.rule);
    const resource = report.resources.find(({ urn }) => urn === finding.resource);
    const cited = rule?.requirements.map(
        ({ framework, requirement }) => `${framework.toUpperCase()} ${requirement}`,
    );
    return [
        `✖ ${finding.rule} : ${nameOf(finding.resource)} (${resource?.type ?? "pile"})`,
        ...finding.messages.map((message) => `    ${message}`),
        `    À faire : ${rule?.remediation.fr ?? ""}`,
        `    Exigences : ${cited?.join(", ") ?? ""}`,
    ];
}

/** Why there is no verdict, for the console. */
export function incompleteLines(
    stack: string,
    reasons: readonly string[],
    run: { readonly record: RunRecord; readonly errorOutput: string },
): readonly string[] {
    // A pack that does not load leaves its reason on the error outputs only.
    const output =
        run.record.errors.length > 0
            ? ""
            : withoutStackFrames(`${run.record.errorOutput}\n${run.errorOutput}`);
    return [
        typeset(`Pile ${stack} : l’aperçu n’a pas pu être jugé ; aucun rapport n’est produit.`),
        ...reasons.map((reason) => `  - ${indented(reason)}`),
        ...(output === "" ? [] : ["", ...output.split("\n").slice(-OUTPUT_LINES)]),
    ];
}

/** Warnings of the engine and of the program. */
export function warningLines(record: RunRecord): readonly string[] {
    const texts = record.warnings
        .filter(({ ephemeral }) => ephemeral !== true)
        .map(({ urn, message }) => {
            const resource = urn === undefined || urn === "" ? "" : `${nameOf(urn)} : `;
            return indented(`${resource}${withoutStackFrames(message)}`);
        });
    return [...new Set(texts)].map((text) => typeset(`Avertissement : ${text}`));
}

function indented(text: string): string {
    return text.replaceAll("\n", "\n    ");
}
