import { type ParseArgsConfig, parseArgs } from "node:util";
import { usageError } from "../options";
import type { Language } from "../words/language";

/** What a command writes to; a test brings its own. */
export interface Console {
    readonly print: (line: string) => void;
    readonly warn: (line: string) => void;
    readonly now: () => Date;
}

/** One of the commands under `npm run report --`. */
export interface Subcommand {
    readonly usage: Readonly<Record<Language, string>>;
    /**
     * Returns the exit code.
     *
     * @throws UserError when it could not run.
     */
    run(args: readonly string[], console: Console): Promise<number> | number;
}

/** Options that every one of them has. */
export const COMMON = { lang: { type: "string" } } as const satisfies ParseArgsConfig["options"];

/**
 * The arguments by the options of a command.
 *
 * @param places - how many arguments it takes besides.
 * @throws UserError with the usage where they do not fit.
 */
export function parse<O extends NonNullable<ParseArgsConfig["options"]>>(
    args: readonly string[],
    options: O,
    places: number,
    usage: Subcommand["usage"],
) {
    const parsed = orUndefined(() => parseArgs({ args: [...args], options, allowPositionals: true }));
    if (parsed?.positionals.length !== places) {
        throw usageError(args, usage);
    }
    return parsed;
}

/** An option that a command cannot do without. */
export function required(
    value: string | undefined,
    args: readonly string[],
    usage: Subcommand["usage"],
): string {
    if (value === undefined) {
        throw usageError(args, usage);
    }
    return value;
}

function orUndefined<T>(act: () => T): T | undefined {
    try {
        return act();
    } catch {
        return undefined;
    }
}
