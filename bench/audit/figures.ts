/** The figures of the audit, beside those of the tools that people use for the same. */
import { mkdir } from "node:fs/promises";
import { Children } from "../../sandbox/children";
import { type Figure, failed, ratio } from "../figures";
import { rounds } from "../rounds";
import { auditOn, type Contestant, checkovOn, conftestOn, writeInputs } from "./contest";

const DEPLOYMENTS = 400;

const AUDIT = `audit of ${DEPLOYMENTS.toString()} Deployments`;
const EVERY_CHECK = "Checkov, every check listed";
const FAILURES_ONLY = "Checkov, failures only";
const CONFTEST = "conftest";

/** A tool that cannot be had or does not judge every Deployment has a row all the same, which says so. */
export async function auditFigures(
    directory: string,
    count: number,
    progress: (line: string) => void,
): Promise<Figure[]> {
    const children = new Children();
    try {
        await mkdir(directory);
        const inputs = await writeInputs(directory, DEPLOYMENTS);
        const tools = { log: progress, children };
        const entrants: Readonly<Record<string, Contestant | string>> = {
            [AUDIT]: await settled(auditOn(inputs, DEPLOYMENTS)),
            [EVERY_CHECK]: await settled(checkovOn(inputs, DEPLOYMENTS, tools, [])),
            [FAILURES_ONLY]: await settled(checkovOn(inputs, DEPLOYMENTS, tools, ["--quiet"])),
            [CONFTEST]: await settled(conftestOn(inputs, DEPLOYMENTS, tools)),
        };
        const times = await rounds(
            count,
            Object.fromEntries(
                Object.entries(entrants).flatMap(([name, entrant]) =>
                    typeof entrant === "string" ? [] : [[name, entrant]],
                ),
            ),
            progress,
        );
        const against = (other: string, budget?: number): Figure => {
            const name = `${AUDIT} / ${other}`;
            const failure = [entrants[AUDIT], entrants[other]].find((entrant) => typeof entrant === "string");
            return failure === undefined
                ? ratio(name, times[AUDIT] ?? [], times[other] ?? [], budget)
                : failed(name, failure);
        };
        const { [AUDIT]: audit } = times;
        return [
            ...(audit === undefined ? [] : [{ name: AUDIT, unit: "s" as const, values: audit }]),
            against(EVERY_CHECK, 0.1),
            against(FAILURES_ONLY),
            against(CONFTEST, 2),
        ];
    } finally {
        await children.close();
    }
}

/** The outcome, or why there is none. */
async function settled<T>(outcome: Promise<T>): Promise<T | string> {
    try {
        return await outcome;
    } catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
