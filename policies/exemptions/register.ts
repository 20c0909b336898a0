import { mismatch, wrongShape } from "../expectation";
import { isRecord } from "../reading";
import { typeset } from "../typography";
import { type Day, daysBetween } from "./calendar";
import { type Exemption, FIELD_NAMES, FIELDS, LONGEST_DAYS } from "./fields";

/** What is wrong with the register: with one exemption, by its id or place, or with the file as a whole. */
export interface Fault {
    readonly exemption: string;
    readonly message: string;
    /** The stack that it concerns; every one where that cannot be told. */
    readonly stack?: string;
}

/** An exemption that covers a violation today. */
export interface Cover {
    readonly exemption: Exemption;
    /** 0 on the last day. */
    readonly daysLeft: number;
}

/** The exemptions as of a day; one that is malformed, not yet granted or expired covers nothing and is a fault. */
export class Register {
    readonly covers: readonly Cover[];
    readonly faults: readonly Fault[];
    private readonly coversByRule = new Map<string, Cover[]>();
    private readonly used = new Set<string>();

    /** `file` is the parsed register. `rules` are the ids of the rules that can be exempted from. */
    constructor(file: unknown, rules: ReadonlySet<string>, today: Day) {
        const entries = entriesOf(file);
        const judged = entries.list.map((entry, index) => judge(entry, index, rules, today));
        const counts = new Map<string, number>();
        for (const { name } of judged) {
            counts.set(name, (counts.get(name) ?? 0) + 1);
        }
        const isRepeated = (name: string) => (counts.get(name) ?? 0) > 1;
        this.covers = judged.flatMap(({ exemption, faults, name }) =>
            exemption === undefined || faults.length > 0 || isRepeated(name)
                ? []
                : { exemption, daysLeft: daysBetween(today, exemption.expires) },
        );
        this.faults = [
            ...entries.faults,
            ...judged.flatMap(({ faults, name, stack }) =>
                [...faults, ...(isRepeated(name) ? ["id : attendu un identifiant unique"] : [])].map(
                    (message) => ({
                        exemption: name,
                        message: typeset(message),
                        ...(stack !== undefined && { stack }),
                    }),
                ),
            ),
        ];
        // The longest-lived first: it is the one that covers.
        for (const cover of [...this.covers].sort((a, b) => b.daysLeft - a.daysLeft)) {
            const { rule } = cover.exemption;
            this.coversByRule.set(rule, [...(this.coversByRule.get(rule) ?? []), cover]);
        }
    }

    /** The exemption, the longest-lived if there are several, that covers violations of a rule on a resource. */
    coverOf(rule: string, urn: string): Cover | undefined {
        const cover = this.find(rule, urn);
        if (cover !== undefined) {
            this.used.add(cover.exemption.id);
        }
        return cover;
    }

    /** Whether an exemption would cover them, needed or not. */
    wouldCover(rule: string, urn: string): boolean {
        return this.find(rule, urn) !== undefined;
    }

    private find(rule: string, urn: string): Cover | undefined {
        return this.coversByRule.get(rule)?.find(({ exemption }) => matches(exemption, urn));
    }

    /** What is wrong with the exemptions of a stack, or with the register as a whole. */
    faultsOf(stack: string): readonly Fault[] {
        return this.faults.filter((fault) => fault.stack === undefined || fault.stack === stack);
    }

    /** Those of a stack's exemptions in force that `coverOf` has not needed yet. */
    unused(stack: string): readonly Exemption[] {
        return this.covers
            .map(({ exemption }) => exemption)
            .filter(({ id, stack: own }) => own === stack && !this.used.has(id));
    }
}

function entriesOf(file: unknown): { readonly list: readonly unknown[]; readonly faults: readonly Fault[] } {
    const list: unknown = isRecord(file) ? Reflect.get(file, "exemptions") : undefined;
    const whole = (message: string): Fault => ({ exemption: "registre", message: typeset(message) });
    if (!Array.isArray(list)) {
        return {
            list: [],
            faults: [
                whole(
                    file === undefined
                        ? "attendu du JSON, obtenu un autre texte"
                        : `exemptions : ${wrongShape("une liste", list)}`,
                ),
            ],
        };
    }
    const strays = Object.keys(file as object).filter((key) => !["$schema", "exemptions"].includes(key));
    return {
        list: list as readonly unknown[],
        faults: strays.map((key) => whole(`${key} : champ inconnu, attendu exemptions`)),
    };
}

interface Judged {
    /** The id or, without a readable one, the place in the list. */
    readonly name: string;
    /** Absent when its fields are not what they should be. */
    readonly exemption?: Exemption;
    readonly faults: readonly string[];
    readonly stack?: string;
}

function judge(entry: unknown, index: number, rules: ReadonlySet<string>, today: Day): Judged {
    const place = `exemptions[${String(index)}]`;
    if (!isRecord(entry)) {
        return { name: place, faults: [wrongShape("un objet", entry)] };
    }
    const fields = new Map<string, unknown>(Object.entries(entry));
    const id = fields.get("id");
    const name = typeof id === "string" && FIELDS.id.expected.accepts(id) ? id : place;
    const faults = [
        ...FIELD_NAMES.flatMap((field) => fieldFault(field, fields.get(field)) ?? []),
        ...[...fields.keys()]
            .filter((key) => !Object.hasOwn(FIELDS, key))
            .map((key) => `${key} : champ inconnu, attendu ${FIELD_NAMES.join(", ")}`),
    ];
    const stack = fields.get("stack");
    const concerned = typeof stack === "string" && FIELDS.stack.expected.accepts(stack) ? { stack } : {};
    if (faults.length > 0) {
        return { name, faults, ...concerned };
    }
    const exemption = Object.fromEntries(fields) as unknown as Exemption;
    return {
        name,
        exemption,
        ...concerned,
        faults: [...contradictions(exemption, rules), ...dateFaults(exemption, today)],
    };
}

/** What is wrong with the value of one field, if anything. */
export function fieldFault(field: keyof Exemption, value: unknown): string | undefined {
    const { expected } = FIELDS[field];
    if (value !== undefined && typeof value !== "string") {
        return `${field} : ${wrongShape(expected.text, value)}`;
    }
    return expected.accepts(value) ? undefined : `${field} : ${mismatch(expected.text, value)}`;
}

/** What is wrong with the fields together, whatever the day. */
export function contradictions(exemption: Exemption, rules: ReadonlySet<string>): readonly string[] {
    const { rule, owner, approver, granted, expires } = exemption;
    const days = daysBetween(granted, expires);
    return [
        ...(rules.has(rule) ? [] : [`rule : ${mismatch("une règle des paquets", rule)}`]),
        ...(owner.trim().toLowerCase() === approver.trim().toLowerCase()
            ? [`approver : attendu une autre personne que le porteur, obtenu la même`]
            : []),
        ...(days < 0 || days > LONGEST_DAYS
            ? [
                  `expires : attendu au plus ${String(LONGEST_DAYS)} jours après granted (${granted}), obtenu ${String(days)} jours`,
              ]
            : []),
    ];
}

function dateFaults({ granted, expires }: Exemption, today: Day): readonly string[] {
    if (daysBetween(today, expires) < 0) {
        return [`expires : expirée depuis le ${expires}`];
    }
    return daysBetween(granted, today) < 0 ? [`granted : n’a pas encore pris effet (${granted})`] : [];
}

/** Whether the resource is of the exemption's stack and fits its pattern: its name by what stands after the last `::`. */
function matches({ resource, stack }: Exemption, urn: string): boolean {
    const [pattern, name] = [resource, urn].map(lastPart) as [Parts, Parts];
    return (
        urn.startsWith(`urn:pulumi:${stack}::`) &&
        fits(pattern.last, name.last) &&
        fits(pattern.rest, name.rest)
    );
}

interface Parts {
    readonly rest: string;
    readonly last: string;
}

function lastPart(text: string): Parts {
    const at = text.lastIndexOf("::");
    return { rest: text.slice(0, at), last: text.slice(at + 2) };
}

/** Whether a text fits a pattern: the parts between stars, in order. */
function fits(pattern: string, text: string): boolean {
    const [first = "", ...rest] = pattern.split("*");
    const last = rest.pop();
    if (last === undefined) {
        return text === first;
    }
    if (!text.startsWith(first)) {
        return false;
    }
    let at = first.length;
    for (const part of rest) {
        const found = text.indexOf(part, at);
        if (found < 0) {
            return false;
        }
        at = found + part.length;
    }
    return text.length - last.length >= at && text.endsWith(last);
}
