import type { Verdict } from "../../../model";
import type { Packed, PackedFinding, PackedRule } from "../packed";

export const ELEMENT = "donnees";

/** Reads what `packedData` wrote into the page. */
export async function readPacked(): Promise<Packed> {
    const bytes = Uint8Array.from(atob(document.getElementById(ELEMENT)?.textContent ?? ""), (character) =>
        character.charCodeAt(0),
    );
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return JSON.parse(await new Response(stream).text()) as Packed;
}

/** The findings as columns: by rule, the gravest first; places of findings index them. */
export class Dataset {
    readonly total: number;
    /** Places of rules, resources and verdicts. */
    readonly rules: Uint32Array;
    readonly resources: Uint32Array;
    readonly verdicts: Uint8Array;
    /** The open ones, by place. */
    readonly open = new Map<number, PackedFinding>();
    /** The place of the first finding of each rule, and the end. */
    readonly starts: Uint32Array;

    constructor(readonly packed: Packed) {
        const { rules, verdicts } = packed;
        this.total = rules.reduce((sum, { open, compliant }) => sum + open.length + compliant.length, 0);
        this.rules = new Uint32Array(this.total);
        this.resources = new Uint32Array(this.total);
        this.verdicts = new Uint8Array(this.total).fill(verdicts.indexOf("compliant"));
        this.starts = new Uint32Array(rules.length + 1).fill(this.total);
        let place = 0;
        rules.forEach(({ open, compliant }, rule) => {
            this.starts[rule] = place;
            this.rules.fill(rule, place, place + open.length + compliant.length);
            for (const finding of open) {
                this.open.set(place, finding);
                this.verdicts[place] = verdicts.indexOf(finding.verdict);
                this.resources[place] = finding.resource;
                place += 1;
            }
            let resource = 0;
            for (const distance of compliant) {
                resource += distance;
                this.resources[place] = resource;
                place += 1;
            }
        });
    }

    verdict(place: number): Verdict {
        return this.packed.verdicts[this.verdicts[place] ?? 0] ?? "undecided";
    }

    rule(place: number): PackedRule {
        const rule = this.packed.rules[this.rules[place] ?? 0];
        if (rule === undefined) {
            throw new RangeError(`no finding at ${place.toString()}`);
        }
        return rule;
    }

    /** Places of the findings of a rule. */
    ofRule(rule: number): readonly [start: number, end: number] {
        return [this.starts[rule] ?? 0, this.starts[rule + 1] ?? 0];
    }

    /** How many findings of each verdict are among some, in the order of `verdicts`. */
    tally(places: Iterable<number>): number[] {
        const counts = this.packed.verdicts.map(() => 0);
        for (const place of places) {
            const verdict = this.verdicts[place] ?? 0;
            counts[verdict] = (counts[verdict] ?? 0) + 1;
        }
        return counts;
    }
}
