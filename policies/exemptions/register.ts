import { mismatch, wrongShape } from "../expectation";
import { isRecord } from "../reading";
import { typeset } from "../typography";
import { type Day, daysBetween } from "./calendar";
import { type Exemption, FIELD_NAMES, FIELDS, LONGEST_DAYS } from "./fields";

/** What is wrong with the register: with one exemption, by its id or place, or with the file as a whole. */
export interface Fault {
    readonly exemption: string;
    readonly message: string;
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
    private readonly used = new Set<string>();

    /** `file` is the parsed register. `rules` are the ids of the rules that can be exempted from. */
    constructor(file: unknown, rules: ReadonlySet<string>, today: Day) {
        const entries = entriesOf(file);
        const judged = entries.list.map((entry, index) => judge(entry, index, rules, today));
        const ids = judged.map(({ name }) => name);
        this.covers = judged.flatMap(({ exemption, faults, name }) =>
            exemption === undefined || faults.length > 0 || repeated(ids, name)
                ? []
                : { exemption, daysLeft: daysBetween(today, exemption.expires) },
        );
        this.faults = [
            ...entries.faults,
            ...judged.flatMap(({ faults, name }) =>
                [...faults, ...(repeated(ids, name) ? ["id : attendu un identifiant unique"] : [])].map(
                    (message) => ({ exemption: name, message: typeset(message) }),
                ),
            ),
        ];
    }

    /** The exemption, the longest-lived if there are several, that covers violations of a rule on a resource. */
    coverOf(rule: string, urn: string): Cover | undefined {
        const [cover] = this.covers
            .filter(({ exemption }) => exemption.rule === rule && matches(exemption, urn))
            .sort((a, b) => b.daysLeft - a.daysLeft);
        if (cover !== undefined) {
            this.used.add(cover.exemption.id);
        }
        return cover;
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
    if (Array.isArray(list)) {
        return { list: list as readonly unknown[], faults: [] };
    }
    const message = typeset(`exemptions : ${wrongShape("une liste", list)}`);
    return { list: [], faults: [{ exemption: "registre", message }] };
}

interface Judged {
    /** The id or, without a readable one, the place in the list. */
    readonly name: string;
    /** Absent when its fields are not what they should be. */
    readonly exemption?: Exemption;
    readonly faults: readonly string[];
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
            .filter((key) => !(key in FIELDS))
            .map((key) => `${key} : champ inconnu, attendu ${FIELD_NAMES.join(", ")}`),
    ];
    if (faults.length > 0) {
        return { name, faults };
    }
    const exemption = Object.fromEntries(fields) as unknown as Exemption;
    return {
        name,
        exemption,
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

function repeated(ids: readonly string[], id: string): boolean {
    return ids.indexOf(id) !== ids.lastIndexOf(id);
}

/** Whether the resource is of the exemption's stack and fits its pattern. */
function matches({ resource, stack }: Exemption, urn: string): boolean {
    const pattern = resource
        .split("*")
        .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
        .join(".*");
    return urn.startsWith(`urn:pulumi:${stack}::`) && new RegExp(`^${pattern}$`, "s").test(urn);
}
