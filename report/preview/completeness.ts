import { plainText, withoutStackFrames } from "./engine-text";
import type { Diagnostic, PolicySummary } from "./events";
import { isUndecided } from "../findings";
import { notation } from "../words/language";
import { type Framework, rulesById } from "../framework";
import type { PackRecord, RunRecord } from "./record";
import { nameOf } from "../../policies/urn";

const { counted, number } = notation("fr");

/** Resources named one by one in a reason; the others are counted. */
const NAMED = 5;

/** The engine adds this error when a mandatory rule refused something; it tells of no other fault. */
const REFUSED = "preview failed";

/**
 * Why a run cannot be judged, in French; empty when it is complete.
 *
 * A run is complete when the engine came to its end without any error but violations, and each framework's pack
 * judged every registered resource and then the stack, with rules that the framework knows.
 * Neither the exit code (255 for every failure) nor the tick that the CLI prints beside a pack tells this.
 */
export function incompleteness(
    record: RunRecord,
    exitCode: number,
    frameworks: readonly Framework[],
): readonly string[] {
    const faults = [
        ...engineFaults(record),
        ...frameworks.flatMap((framework) => packFaults(record, framework)),
    ];
    return faults.length > 0 ? faults : exitFaults(record, exitCode, frameworks);
}

/** The errors that tell of a fault; after one the engine runs no rule on the stack. */
function engineErrors(record: RunRecord): readonly Diagnostic[] {
    return record.errors.filter((error) => plainText(error.message) !== REFUSED);
}

function engineFaults(record: RunRecord): string[] {
    const errors = engineErrors(record).map(({ urn = "", message }) => {
        const resource = urn === "" ? "" : `${nameOf(urn)}\u00a0: `;
        return `${resource}${withoutStackFrames(message)}`;
    });
    if (!record.finished) {
        errors.push("le moteur s’est arrêté avant la fin de l’aperçu (aucun bilan dans son journal)");
    } else if (record.resources.size === 0) {
        errors.push("le moteur n’a enregistré aucune ressource, pas même la pile");
    }
    return errors;
}

function packFaults(record: RunRecord, framework: Framework): string[] {
    const title = `paquet de règles «\u00a0${framework.id}\u00a0»`;
    const pack = record.packs.get(framework.id);
    if (pack === undefined) {
        return [`${title}\u00a0: aucune ressource examinée`];
    }
    const faults: string[] = [];
    // A resource on which a pack broke down is never registered, but the other packs may have judged it.
    const expected = new Set(
        [record, ...record.packs.values()].flatMap(({ resources }) => [...resources.keys()]),
    );
    const missing = [...expected].filter((urn) => !pack.resources.has(urn)).sort();
    if (missing.length > 0) {
        const resources = counted(missing.length, "ressource", "ressources");
        const unseen = missing.length < 2 ? "non examinée" : "non examinées";
        faults.push(`${resources} sur ${number(expected.size)} ${unseen} (${listed(missing)})`);
    }
    if (pack.stack === undefined && engineErrors(record).length === 0) {
        faults.push("règles de pile non exécutées");
    }
    const known = rulesById([framework]);
    const summaries = summariesOf(pack);
    const unknown = new Set(
        summaries.flatMap(({ passed, failed }) => [...passed, ...failed]).filter((rule) => !known.has(rule)),
    );
    if (unknown.size > 0) {
        faults.push(`règles inconnues du référentiel (${[...unknown].sort().join(", ")})`);
    }
    const silent = silentFailures(record, framework.id, summaries);
    if (silent.length > 0) {
        faults.push(`échecs sans explication (${silent.join(", ")})`);
    }
    return faults.map((fault) => `${title}\u00a0: ${fault}`);
}

/** Rules that a summary counts as failed although no event says what failed. */
function silentFailures(
    record: RunRecord,
    pack: string,
    summaries: readonly PolicySummary[],
): readonly string[] {
    const explained = new Set(
        record.violations
            .filter((violation) => violation.policyPackName === pack)
            .flatMap(({ policyName, resourceUrn }) => [policyName, `${policyName} ${resourceUrn}`]),
    );
    const silent = summaries.flatMap(({ failed, resourceUrn }) =>
        failed.filter((rule) => !explained.has(resourceUrn === "" ? rule : `${rule} ${resourceUrn}`)),
    );
    return [...new Set(silent)].sort();
}

function summariesOf(pack: PackRecord): readonly PolicySummary[] {
    return [...pack.resources.values(), ...(pack.stack === undefined ? [] : [pack.stack])];
}

/** The exit code must agree with the mandatory violations of our packs, or something else was refused. */
function exitFaults(record: RunRecord, exitCode: number, frameworks: readonly Framework[]): string[] {
    const ours: ReadonlySet<string> = new Set(frameworks.map((framework) => framework.id));
    const refusals = record.violations.filter(
        (violation) => violation.enforcementLevel === "mandatory" && !isUndecided(violation),
    );
    const foreign = new Set(
        refusals.map((violation) => violation.policyPackName).filter((pack) => !ours.has(pack)),
    );
    const faults = [...foreign]
        .sort()
        .map((pack) => `paquet de règles «\u00a0${pack}\u00a0», étranger à ce rapport\u00a0: aperçu refusé`);
    const refused = refusals.length > 0 || record.undecidedRefusals.size > 0 || record.registerRefused;
    if (exitCode !== 0 && !refused) {
        faults.push(
            `le moteur a échoué sans qu’une règle soit en cause (code de sortie ${exitCode.toString()})`,
        );
    } else if (exitCode === 0 && refused) {
        faults.push("le moteur a accepté l’aperçu malgré des non-conformités obligatoires");
    }
    return faults;
}

function listed(urns: readonly string[]): string {
    const rest = urns.length - NAMED;
    return urns.slice(0, NAMED).map(nameOf).join(", ") + (rest > 0 ? ` et ${rest.toString()} autres` : "");
}
