import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { type Framework, rulesOf } from "../../policies/framework";
import type { PackConfig } from "../../policies/pack-config";
import { VALUE_UNDECIDED } from "../../policies/pack/names";
import { typeset } from "../../policies/typography";
import { configOf } from "../../policies/rule-config";
import { UserError } from "../../sandbox/user-error";
import { assess } from "../assessment";
import { exceptionLines, verdictLines } from "../console";
import { type HeededRegister, reportedExemptions } from "../exemptions";
import type { Judged } from "../findings";
import { counted } from "../french";
import { findingsJson } from "../json";
import { Progress } from "../progress";
import { writeReports } from "../write-reports";
import { judgeState } from "./judge-state";
import { readState, type StateSummary } from "./state-file";

const POLICIES = join(__dirname, "..", "..", "policies");

export interface AuditOptions {
    /** A file that `pulumi stack export` wrote. */
    readonly state: string;
    /** What goes to standard output: the verdict in words, or every finding. */
    readonly format: "text" | "json";
    readonly frameworks: readonly Framework[];
    /** By default the rules as they are. */
    readonly config?: PackConfig;
    readonly exemptions: HeededRegister;
    /** Where the reports on a stack go. */
    readonly directoryOf: (stack: string) => string;
    readonly stdout: Writable;
    readonly stderr: Writable & { readonly isTTY?: boolean };
    readonly now: () => Date;
}

/**
 * Judges an exported state, prints the verdict or the findings and writes both reports.
 *
 * Returns the exit code: 0 without violation, 1 with violations, with values refused for being unknown or
 * with a register of exemptions that is not in order.
 *
 * @throws UserError when the state cannot be read; nothing is printed or written then.
 */
export async function runAudit(options: AuditOptions): Promise<0 | 1> {
    const { state, format, frameworks, config, stdout, stderr } = options;
    const summary: StateSummary = { pendingOperations: 0, pendingDeletions: 0 };
    const progress = new Progress(stderr);
    const rules = [...new Set(frameworks.flatMap(rulesOf))].map((rule) => ({
        rule,
        config: config?.config(rule) ?? configOf(rule, {}),
    }));
    const enabled = rules.filter(({ rule }) => config?.level(rule.id) !== "disabled");
    const judged = await judgeState(
        enabled,
        () => readState(state, summary),
        options.exemptions,
        (count) => {
            progress.show(count);
        },
    ).finally(() => {
        progress.end();
    });
    const { project, stack } = stackOf(state, judged);
    const report = assess(
        {
            ...judged,
            packVersions: new Map(
                frameworks.filter(({ pack }) => pack).map(({ id }) => [id, packVersion(id)]),
            ),
        },
        frameworks,
        {
            project,
            stack,
            source: "state",
            generatedAt: options.now().toISOString(),
            simulated: false,
            exemptions: reportedExemptions(options.exemptions, stack),
            disabledRules: rules.map(({ rule }) => rule.id).filter((id) => config?.level(id) === "disabled"),
            remediations: [],
        },
    );
    warnings(summary).forEach((line) => stderr.write(`${line}\n`));
    const texts =
        format === "json"
            ? findingsJson(report.findings)
            : [`${[...verdictLines(report), ...exceptionLines(report)].join("\n")}\n\n`];
    const files = await writeReports(report, options.directoryOf(report.stack));
    await print(stdout, texts);
    (format === "json" ? stderr : stdout).write(typeset(`Rapports : ${files.join(", ")}\n`));
    const { violation, undecided } = report.summary.findings;
    const refused = report.exemptions.faults.length > 0;
    // What cannot be remedied is mandatory at that level too: so the policy SDK has it.
    const level = config?.level(VALUE_UNDECIDED);
    const undecidable = undecided > 0 && (level === "mandatory" || level === "remediate");
    return refused || violation > 0 || undecidable ? 1 : 0;
}

/** The stack and the project that URNs name: `urn:pulumi:<stack>::<project>::…`. */
function stackOf(state: string, { resources }: Judged): { stack: string; project: string } {
    const [urn = ""] = resources.keys();
    const { stack, project } = /^urn:pulumi:(?<stack>[\w.-]+)::(?<project>[^:]+)::/.exec(urn)?.groups ?? {};
    if (stack === undefined || project === undefined) {
        throw new UserError(
            `${state} : attendu des URN « urn:pulumi:<pile>::<projet>::… », obtenu « ${urn} »`,
        );
    }
    return { stack, project };
}

function packVersion(pack: string): string {
    const manifest = readFileSync(join(POLICIES, pack, "package.json"), "utf8");
    return (JSON.parse(manifest) as { version: string }).version;
}

function warnings({ pendingOperations, pendingDeletions }: StateSummary): readonly string[] {
    return [
        pendingOperations > 0
            ? `${counted(pendingOperations, "opération interrompue", "opérations interrompues")} : ce qu’elles ont créé ou changé n’est pas jugé`
            : "",
        pendingDeletions > 0
            ? `${counted(pendingDeletions, "ancienne ressource", "anciennes ressources")} en attente de suppression : non jugées`
            : "",
    ]
        .filter((text) => text !== "")
        .map((text) => typeset(`Avertissement : ${text}.`));
}

/** Writes as fast as the stream takes it. */
async function print(stream: Writable, texts: Iterable<string>): Promise<void> {
    for (const text of texts) {
        if (!stream.write(text)) {
            await once(stream, "drain");
        }
    }
}
