import type { Answer } from "../answer";
import { isScalar } from "../expectation";
import type { Inspection } from "../inspection";
import type { Reading } from "../reading";

/** The values of a property that a security rule has in the singular and in the plural. */
export function oneOrMany(rule: Inspection, one: string, many: string): readonly Reading[] {
    return [...rule.readings(one), ...rule.readings(many)];
}

/** Whether a property lets something through: absent, it bars nothing, and neither does a value that cannot be read. */
export function lets(
    rule: Inspection,
    readings: readonly Reading[],
    test: (value: string) => boolean,
): Answer {
    return readings.length === 0
        ? "yes"
        : rule.some(readings, (value) => !isScalar(value) || test(String(value).toLowerCase()));
}
