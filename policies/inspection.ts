import { type Answer, any } from "./answer";
import { type Expectation, isScalar, mismatch, type Scalar, wrongShape } from "./expectation";
import type { Ledger } from "./ledger";
import { isRecord, join, type Path, readField, type Reading, segmentsOf, toReading } from "./reading";
import type { DeclaredResource } from "./rule";
import { holds, isWithin, NO_SECRETS, outermost } from "./secret-paths";

/**
 * A guarded view of a resource's properties. Every read is on its own: what cannot be known yet is noted in the ledger
 * by path and hides nothing else, and a value of the wrong shape is a violation, never an exception.
 */
export class Inspection {
    private constructor(
        private readonly origin: Reading,
        private readonly base: string,
        private readonly ledger: Ledger,
        private readonly secrets: ReadonlySet<string> | undefined,
    ) {}

    /**
     * Inspects the properties as the engine hands them over: known values, and proxies that throw on unknown ones.
     * Secrets among them are values like others, and `secrets` tells which they are.
     */
    static of({ props, secrets }: Pick<DeclaredResource, "props" | "secrets">, ledger: Ledger): Inspection {
        return new Inspection(toReading(props), "", ledger, secrets);
    }

    /** Reads a path without judging it: for rules that weigh several properties together. */
    read(path: Path): Reading {
        let reading = this.origin;
        let at = this.base;
        for (const segment of segmentsOf(path)) {
            if (reading.state !== "known") {
                return reading;
            }
            if (!isRecord(reading.value)) {
                return { state: "misshapen", path: at, value: reading.value };
            }
            at = join(at, segment);
            reading = readField(reading.value, segment, at);
        }
        return reading;
    }

    /** The same view, from a nested object on. */
    at(path: Path): Inspection {
        return new Inspection(this.read(path), this.pathOf(path), this.ledger, this.secrets);
    }

    /**
     * Requires a property to be given, whatever its value: one that is unknown itself is given all the same, one under
     * an unknown parent is undecided. `what` completes "attendu".
     */
    expectGiven(path: Path, what: string): void {
        const reading = this.read(path);
        this.ledger.judged(this.pathOf(path));
        if (reading.state === "unset") {
            this.violation(path, mismatch(what, undefined));
        } else if (
            reading.state === "misshapen" ||
            (reading.state === "unknown" && reading.path !== this.pathOf(path))
        ) {
            this.note(reading);
        }
    }

    /** Requires a reference to another resource: one whose id is not known yet is given all the same. */
    expectReference(path: Path, expectation: Expectation): void {
        if (this.read(path).state === "known") {
            this.expect(path, expectation);
        } else {
            this.expectGiven(path, expectation.text);
        }
    }

    /**
     * Requires a value that is given to be a Pulumi secret. One that is unknown itself is no literal of the program: it is
     * judged at the update, before its resource is created, when the engine tells whether it is a secret; until then the
     * engine does not. One under an unknown parent may be a literal or absent, which is undecided, and so is every value
     * where secrets cannot be told from plain ones.
     */
    expectSecret(path: Path): void {
        const reading = this.read(path);
        const at = this.pathOf(path);
        this.ledger.judged(at);
        if (reading.state === "misshapen" || (reading.state === "unknown" && reading.path !== at)) {
            this.note(reading);
        } else if (reading.state === "known" && this.secrets === undefined) {
            this.ledger.unknown(at);
        } else if (reading.state === "known" && !isWithin(this.secrets ?? NO_SECRETS, at)) {
            this.violation(path, "attendu un secret Pulumi, obtenu une valeur en clair");
        }
    }

    /** Requires that nothing stands at a path; `why` is the message. */
    forbid(path: Path, why: string): void {
        const reading = this.read(path);
        this.ledger.judged(this.pathOf(path));
        if (reading.state === "known") {
            this.violation(path, why);
        } else {
            this.note(reading);
        }
    }

    /** Requires a leaf property to meet an expectation. */
    expect(path: Path, expectation: Expectation): void {
        this.given(path, (value) => {
            if (!expectation.accepts(value)) {
                this.violation(path, mismatch(expectation.text, value));
            }
        });
    }

    /** Hands over a leaf property (`undefined` when unset) unless it is unknown or misshapen, which is noted. */
    given(path: Path, use: (value: Scalar) => void): void {
        const reading = this.read(path);
        this.ledger.judged(this.pathOf(path));
        if (reading.state === "unset") {
            use(undefined);
        } else if (reading.state !== "known") {
            this.note(reading);
        } else if (isScalar(reading.value)) {
            use(reading.value);
        } else {
            this.violation(path, wrongShape("une valeur simple", reading.value));
        }
    }

    /** Requires a list to hold an element that meets the expectation. */
    includes(path: Path, expectation: Expectation): void {
        this.settle(
            this.meets(path, expectation),
            path,
            `attendu une liste qui contient ${expectation.text}`,
        );
    }

    /** Reports a violation if the answer is no, and notes what is unknown if it turns on that. */
    settle(answer: Answer, path: Path, text: string): void {
        if (answer === "no") {
            this.violation(path, text);
        } else if (answer !== "yes") {
            answer.note();
        }
    }

    /** Whether the value at a path, or one in the list there, meets the expectation; nothing is noted yet. */
    meets(path: Path, expectation: Expectation): Answer {
        return this.some(this.readings(path), (value) => isScalar(value) && expectation.accepts(value));
    }

    /** Whether some element of a list passes the test; nothing is noted yet. */
    anyItem(path: Path, test: (item: Inspection) => Answer): Answer {
        const reading = this.read(path);
        this.ledger.judged(this.pathOf(path));
        return reading.state === "known" && Array.isArray(reading.value)
            ? any(this.elements(reading.value, this.pathOf(path)).map(test))
            : this.some([reading], () => false);
    }

    /** Whether some of the readings passes the test; nothing is noted yet. */
    some(readings: readonly Reading[], test: (value: unknown) => boolean): Answer {
        return any(
            readings.map((reading) => {
                if (reading.state === "known") {
                    return test(reading.value) ? "yes" : "no";
                }
                return reading.state === "unset"
                    ? "no"
                    : {
                          note: () => {
                              this.note(reading);
                          },
                      };
            }),
        );
    }

    /** Visits each element of a list; an absent list has none, unless `required`. */
    each(path: Path, visit: (item: Inspection) => void, options: { readonly required?: boolean } = {}): void {
        const reading = this.read(path);
        if (reading.state === "unset" || reading.state === "known") {
            const list = reading.state === "known" ? reading.value : undefined;
            if (list === undefined) {
                // Its elements would be judged.
                this.ledger.judged(this.pathOf(path));
            }
            if (Array.isArray(list) && (list.length > 0 || options.required !== true)) {
                this.elements(list, this.pathOf(path)).forEach(visit);
            } else if (list !== undefined || options.required === true) {
                const expected = options.required === true ? "une liste non vide" : "une liste";
                this.violation(path, wrongShape(expected, list));
            }
            return;
        }
        this.note(reading);
    }

    /** Visits each entry of a map; an absent map has none. */
    entries(path: Path, visit: (key: string, value: Inspection) => void): void {
        const reading = this.read(path);
        if (reading.state === "known") {
            if (!isRecord(reading.value)) {
                this.violation(path, wrongShape("un objet", reading.value));
                return;
            }
            for (const key of Object.keys(reading.value)) {
                const at = join(this.pathOf(path), key);
                visit(key, new Inspection(readField(reading.value, key, at), at, this.ledger, this.secrets));
            }
        } else {
            this.note(reading);
        }
    }

    /** Every leaf value of a list or of a single value, as readings: for rules that weigh them together. */
    readings(path: Path): readonly Reading[] {
        const reading = this.read(path);
        this.ledger.judged(this.pathOf(path));
        if (reading.state !== "known" || !Array.isArray(reading.value)) {
            return reading.state === "unset" ? [] : [reading];
        }
        return this.elements(reading.value, this.pathOf(path)).map((item) => item.origin);
    }

    /** Says that the rule has nothing to judge on this resource; what was found or left unknown still counts. */
    dismiss(): void {
        this.ledger.dismissed = true;
    }

    /** Reports what is wrong at a path; of what is, or holds, a secret nothing is told. */
    violation(path: Path, text: string): void {
        const told = this.isSecret(path) ? text.replace(/obtenu .*$/s, "obtenu un secret") : text;
        this.ledger.violation(this.told(this.pathOf(path)), told);
    }

    /** Whether what stands at a path is, or holds, a secret: no message may quote it. */
    isSecret(path: Path): boolean {
        const secrets = this.secrets ?? NO_SECRETS;
        const at = this.pathOf(path);
        return isWithin(secrets, at) || holds(secrets, at);
    }

    /** Notes a reading that could not be judged: unknown, or of the wrong shape. */
    note(reading: Reading): void {
        if (reading.state === "unknown") {
            this.ledger.unknown(this.told(reading.path));
        } else if (reading.state === "misshapen") {
            this.ledger.violation(this.told(reading.path), wrongShape("un objet", reading.value));
        }
    }

    /** As much of a full path as may be told: to the secret that holds the rest, whose keys are secret too. */
    private told(at: string): string {
        return outermost(this.secrets ?? NO_SECRETS, at) ?? at;
    }

    /** The full path, from the resource's properties on. */
    pathOf(path: Path): string {
        return segmentsOf(path).reduce(join, this.base);
    }

    private elements(list: readonly unknown[], path: string): Inspection[] {
        return Array.from({ length: list.length }, (_, index) => {
            const at = `${path}[${String(index)}]`;
            return new Inspection(readField(list, index, at), at, this.ledger, this.secrets);
        });
    }
}
