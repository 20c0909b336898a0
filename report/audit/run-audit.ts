import { once } from "node:events";
import { createReadStream, readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Writable } from "node:stream";
import { type Framework, rulesOf } from "../../policies/framework";
import type { PackConfig } from "../../policies/pack-config";
import { VALUE_UNDECIDED } from "../../policies/pack/names";
import { configOf } from "../../policies/rule-config";
import { UserError } from "../../sandbox/user-error";
import { assess } from "../assessment";
import { ciOf } from "../ci";
import { Progress, SILENT } from "../console/progress";
import { CONSOLE } from "../console/words";
import { type Delivery, deliver } from "../deliver";
import { previousReport } from "../evidence/previous";
import { withdrawLatest } from "../evidence/publication";
import { type HeededRegister, reportedExemptions } from "../exemptions";
import type { Judged } from "../findings";
import { stateInputs } from "../inputs";
import { findingsJson } from "../json/json";
import type { Report } from "../model";
import { PROJECT } from "../project";
import type { Registers } from "../registers/model";
import { undecidedAt } from "../status";
import { type Language, notation } from "../words/language";
import { judgeState } from "./judge-state";
import { readState, type StateSummary } from "./state-file";

const POLICIES = join(__dirname, "..", "..", "policies");

export interface AuditOptions extends Omit<Delivery, "series" | "previous" | "stdout" | "stderr"> {
    /** A file that `pulumi stack export` wrote. */
    readonly state: string;
    /** Every finding in JSON on standard output, instead of the verdict in words. */
    readonly json: boolean;
    readonly frameworks: readonly Framework[];
    /** The configuration of the packs and its file; by default the rules as they are. */
    readonly config?: { readonly file: string; readonly levels: PackConfig };
    readonly exemptions: HeededRegister;
    /** Where the reports on a stack go. */
    readonly seriesOf: (stack: string) => string;
    /** The folder of the report to compare with; by default the newest of the series. */
    readonly previous?: string;
    readonly stdout: Writable;
    readonly stderr: Writable & { readonly isTTY?: boolean };
    readonly now: () => Date;
}

/**
 * Judges an exported state, prints the verdict or the findings and writes the report. Returns the exit code as
 * `exitCode` has it.
 *
 * @throws UserError when the state or the previous report cannot be read; nothing is printed or written then.
 */
export async function runAudit(options: AuditOptions): Promise<0 | 1 | 2> {
    const { previous: given, ...delivery } = options;
    const { stdout, stderr, language } = options;
    const summary: StateSummary = { pendingOperations: 0, pendingDeletions: 0 };
    const report = await reportOn(options, summary);
    const series = options.seriesOf(report.stack);
    const { previous, warning } = await previousReport(series, report, given, language);
    [...warnings(summary, language), ...(warning === undefined ? [] : [warning[language]])].forEach((line) =>
        stderr.write(`${notation(language).typeset(line)}\n`),
    );
    await withdrawLatest(series);
    if (options.json) {
        await print(stdout, findingsJson(report.findings));
    }
    return deliver(report, {
        ...delivery,
        series,
        ...(previous === undefined ? {} : { previous }),
        quiet: options.quiet || options.json,
    });
}

/** The report on a state, judged while it is read: a state of gigabytes never lies in memory whole. */
async function reportOn(options: AuditOptions, summary: StateSummary): Promise<Report> {
    const { state, frameworks, config, exemptions, language, now } = options;
    const progress = new Progress(options.quiet ? SILENT : options.stderr, language);
    const rules = [...new Set(frameworks.flatMap(rulesOf))].map((rule) => ({
        rule,
        config: config?.levels.config(rule) ?? configOf(rule, {}),
    }));
    const isDisabled = (id: string) => config?.levels.level(id) === "disabled";
    const judged = await judgeState(
        rules.filter(({ rule }) => !isDisabled(rule.id)),
        () => readState(state, summary),
        exemptions,
        (count) => {
            progress.judged(count);
        },
    ).finally(() => {
        progress.end();
    });
    const { project, stack } = stackOf(state, judged);
    const versions = frameworks.filter(({ pack }) => pack).map(({ id }) => [id, packVersion(id)] as const);
    const ci = ciOf(process.env);
    return assess({ ...judged, packVersions: new Map(versions) }, frameworks, {
        project,
        stack,
        // What only this project's own reports tell.
        ...(project === PROJECT ? { architecture: "cloud", registers: ownRegisters() } : {}),
        source: "state",
        generatedAt: now().toISOString(),
        simulated: false,
        ...(ci === undefined ? {} : { ci }),
        inputs: stateInputs(await sha256(state), config?.file),
        undecided: undecidedAt(config?.levels.level(VALUE_UNDECIDED)),
        exemptions: reportedExemptions(exemptions, stack),
        disabledRules: rules.map(({ rule }) => rule.id).filter(isDisabled),
        remediations: [],
        facts: judged.facts,
    });
}

/** Loaded late: it brings two libraries, and the states of other programs have no registers. */
function ownRegisters(): Registers {
    const { readRegisters } = createRequire(__filename)(
        "../registers/registers",
    ) as typeof import("../registers/registers");
    return readRegisters();
}

async function sha256(file: string): Promise<string> {
    const hash = createHash("sha256");
    await pipeline(createReadStream(file), hash);
    return hash.digest("hex");
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

function warnings(
    { pendingOperations, pendingDeletions }: StateSummary,
    language: Language,
): readonly string[] {
    const words = CONSOLE[language];
    return [
        ...(pendingOperations > 0 ? [words.pendingOperations(pendingOperations)] : []),
        ...(pendingDeletions > 0 ? [words.pendingDeletions(pendingDeletions)] : []),
    ].map(words.warning);
}

/** Writes as fast as the stream takes it. */
async function print(stream: Writable, texts: Iterable<string>): Promise<void> {
    for (const text of texts) {
        if (!stream.write(text)) {
            await once(stream, "drain");
        }
    }
}
