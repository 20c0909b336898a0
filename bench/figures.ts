/** One line of the table: a figure of design section 8, its budget and what was measured. */
export interface Figure {
    readonly name: string;
    readonly unit: "ratio" | "s" | "MB";
    /** The most it may be; absent where the figure is only a basis for others. */
    readonly budget?: number;
    /** One value a round; none where it could not be measured. */
    readonly values: readonly number[];
    /** Why it could not be measured. */
    readonly failure?: string;
}

/** The middle value, the one to quote on a noisy machine. */
function median(values: readonly number[]): number {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = Math.floor((sorted.length - 1) / 2);
    const low = sorted[middle];
    const high = sorted[sorted.length - 1 - middle];
    if (low === undefined || high === undefined) {
        throw new RangeError("values: expected at least one, got none");
    }
    return (low + high) / 2;
}

/** Divides round by round, so that a machine whose speed drifts changes both sides alike. */
export function ratio(
    name: string,
    values: readonly number[],
    basis: readonly number[],
    budget?: number,
): Figure {
    return {
        name,
        unit: "ratio",
        ...(budget !== undefined && { budget }),
        values: values.map((value, round) => value / (basis[round] ?? Number.NaN)),
    };
}

/** A ratio that could not be measured. */
export function failed(name: string, failure: string): Figure {
    return { name, unit: "ratio", values: [], failure };
}

/** The figures as a table for people. */
export function tableOf(figures: readonly Figure[]): string {
    const rows = figures.map(({ name, unit, budget, values, failure }) => {
        if (failure !== undefined) {
            return [name, "", "", unit, "", `FAILED: ${failure.split("\n")[0] ?? ""}`];
        }
        const measured = median(values);
        const verdict = budget === undefined ? "" : measured <= budget ? "within" : "OVER";
        return [
            name,
            measured.toFixed(2),
            `${Math.min(...values).toFixed(2)}-${Math.max(...values).toFixed(2)}`,
            unit,
            budget?.toFixed(2) ?? "",
            verdict,
        ];
    });
    const lines = [["figure", "median", "range", "unit", "budget", "verdict"], ...rows];
    const widths =
        lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
    return lines
        .map((line) =>
            line
                .map((cell, column) => cell.padEnd(widths[column] ?? 0))
                .join("  ")
                .trimEnd(),
        )
        .join("\n");
}
