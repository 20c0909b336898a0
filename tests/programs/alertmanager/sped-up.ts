/** How much faster than on the platform everything goes: every span that a test names is divided by it. */
export const FACTOR = 30;

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 };

/** A span such as 5m, divided. */
export function faster(span: string): string {
    const [, count = "", unit = "s"] = /^(\d+)([smhd])$/.exec(span) ?? [];
    const seconds = (Number(count) * SECONDS[unit as keyof typeof SECONDS]) / FACTOR;
    return `${Math.round(seconds * 1000).toString()}ms`;
}

/** Divides the spans under these keys, wherever they are in a configuration. */
export const sped = (config: string, keys: readonly string[]): string =>
    JSON.stringify(
        JSON.parse(config, (key, value: unknown) =>
            keys.includes(key) && typeof value === "string" ? faster(value) : value,
        ),
    );
