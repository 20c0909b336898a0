import { z } from "zod";

/** Longest excerpt of a refused value that a fault repeats, in characters. */
const EXCERPT = 80;

/** How a fault shows the value it refuses. */
export function show(value: unknown): string {
    if (value === undefined) {
        return "nothing";
    }
    const text = JSON.stringify(value);
    return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}...` : text;
}

/** Zod parameters that word every issue of a schema as `expected <what>, got <value>`. */
export function expected(what: string) {
    return { error: (issue: { readonly input?: unknown }) => `expected ${what}, got ${show(issue.input)}` };
}

/** Adds an issue about one key of an object, judged by what another one says. */
export function fault(context: z.RefinementCtx, key: string, what: string, input: unknown): void {
    context.addIssue({ code: "custom", path: [key], message: expected(what).error({ input }) });
}

/** A string that matches the pattern; what is judged besides waits until it does. */
export function text(what: string, pattern: RegExp) {
    return z.string(expected(what)).regex(pattern, { ...expected(what), abort: true });
}

/** A GUID; all zeros is what templates leave to be filled in. */
export const guid = (what: string) =>
    text(what, /^(?![0-]+$)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i).toLowerCase();

/** A whole number from `min` to `max`, both included. */
export function integer(min: number, max: number, unit: string) {
    const what = `a whole number of ${unit} from ${min.toString()} to ${max.toString()}`;
    return z.int(expected(what)).min(min, expected(what)).max(max, expected(what));
}

/** One of these words. */
export function choice<const Words extends readonly string[]>(...words: Words) {
    const what = words.join(", ").replace(/, ([^,]*)$/, " or $1");
    return z.enum(words, expected(what));
}

/** Whether no text comes twice, in whatever letters: Azure tells no upper from lower case in what lists hold. */
export const unique = (items: readonly string[]) =>
    new Set(items.map((item) => item.toLowerCase())).size === items.length;

/** At least one item of a kind, none twice, and no more than `max`. */
export function list<Item extends z.ZodType<string>>(what: string, item: Item, max = Infinity) {
    return z
        .array(item, expected(`a list of ${what}`))
        .min(1, expected(`at least one of ${what}`))
        .max(max, expected(`at most ${max.toString()} ${what}`))
        .refine(unique, expected(`a list of ${what}, none twice`));
}

/** An object with these keys and no other. */
export function object<Shape extends z.ZodRawShape>(shape: Shape) {
    const what = `an object with ${Object.keys(shape).join(", ")}`;
    return z.strictObject(shape, {
        // An unknown key is worded by the caller, who knows its whole path.
        error: (issue) => (issue.code === "unrecognized_keys" ? undefined : expected(what).error(issue)),
    });
}

/** A value that Pulumi hands over as JSON: everything but strings. Text that is no JSON is judged as it is. */
export function json<Schema extends z.ZodType>(schema: Schema) {
    return z.preprocess((value) => {
        try {
            return typeof value === "string" ? (JSON.parse(value) as unknown) : value;
        } catch {
            return value;
        }
    }, schema);
}
