/**
 * Mutants of the alerts: `node --require tsx/cjs tests/components/observability/rules/mutation/run.ts [ALERT_OR_GROUP ...]`,
 * and a part of `npm run mutation`.
 *
 * Prints the survivors and the score; exit 1 when one has no explanation in `survivors.json`.
 */
import { subjects } from "../harness";
import { explained, explanations, scoreOf } from "./survivors";

/** Tries the mutants of the named alerts and groups, or of all; false when a survivor has no explanation. */
export async function mutateAlerts(wanted: readonly string[]): Promise<boolean> {
    const chosen = subjects().filter(
        ({ rule, group }) =>
            wanted.length === 0 || wanted.includes(rule.alert) || wanted.includes(group.name),
    );
    const { total, survivors } = await scoreOf(chosen);
    const all = explanations();
    for (const survivor of survivors) {
        console.log(
            `${survivor.rule.alert}  ${survivor.change}  ${explained(survivor, all)?.why ?? "NOT EXPLAINED"}`,
        );
    }
    const killed = total - survivors.length;
    const share = ((100 * killed) / Math.max(total, 1)).toFixed(1);
    console.log(`alerts: ${killed.toString()}/${total.toString()}  ${share} %`);
    return survivors.every((survivor) => explained(survivor, all));
}

if (require.main === module) {
    mutateAlerts(process.argv.slice(2)).then(
        (enough) => {
            process.exitCode = enough ? 0 : 1;
        },
        (error: unknown) => {
            console.error(error);
            process.exitCode = 2;
        },
    );
}
