import { all, type Answer, any } from "../answer";
import { isScalar } from "../expectation";
import type { Inspection } from "../inspection";
import { isRecord } from "../reading";
import type { Subject } from "../rule";

/** Whether a label selector selects what bears the labels. One that is not there selects nothing, an empty one all. */
export function selects(selector: Inspection, labels: Inspection): Answer {
    const reading = selector.read("");
    if (reading.state === "unset") {
        return "no";
    }
    const parts = [selector.read("matchLabels"), selector.read("matchExpressions")];
    if (parts.some(({ state }) => state === "unknown" || state === "misshapen")) {
        return selector.some(parts, () => false);
    }
    const answers: Answer[] = [bears(labels, selector.at("matchLabels"))];
    selector.each("matchExpressions", (expression) => {
        answers.push(meets(expression, labels));
    });
    return all(answers);
}

/** Whether labels hold all those that are wanted. */
export function bears(labels: Inspection, wanted: Inspection): Answer {
    const answers: Answer[] = [];
    wanted.entries("", (key, value) => {
        const demanded = value.read("");
        answers.push(
            demanded.state === "known"
                ? labels.some([labels.read([key])], (label) => label === demanded.value)
                : value.some([demanded], () => false),
        );
    });
    return all(answers);
}

/** Resources by a label that their selectors ask for: of thousands, only those that may select a workload are weighed. */
export class SelectorIndex {
    private readonly everyone: Subject[] = [];
    private readonly byLabel = new Map<string | undefined, Subject[]>();

    /** Adds a resource by the labels that its selector wants, which may ask for more. */
    add(subject: Subject, wanted: Inspection): void {
        const [label] = pairsOf(wanted).known;
        const others = this.byLabel.get(label) ?? [];
        this.byLabel.set(label, others);
        for (const list of [this.everyone, others]) {
            list.push(subject);
        }
    }

    /** Those that may select what bears the labels. */
    candidates(labels: Inspection): readonly Subject[] {
        const borne = knownLabels(labels);
        return borne === undefined
            ? this.everyone
            : [undefined, ...borne].flatMap((label) => this.byLabel.get(label) ?? []);
    }
}

/** Labels, unless some of them cannot be known yet. */
function knownLabels(labels: Inspection): readonly string[] | undefined {
    const { known, open } = pairsOf(labels);
    return open ? undefined : known;
}

function pairsOf(labels: Inspection): { readonly known: readonly string[]; readonly open: boolean } {
    const reading = labels.read("");
    if (reading.state !== "known" || !isRecord(reading.value)) {
        return { known: [], open: reading.state !== "unset" };
    }
    const known: string[] = [];
    let open = false;
    labels.entries("", (key, value) => {
        const label = value.read("");
        if (label.state === "known") {
            known.push(JSON.stringify([key, label.value]));
        } else {
            open ||= label.state !== "unset";
        }
    });
    return { known, open };
}

/** An operator that Kubernetes does not know selects nothing. */
function meets(expression: Inspection, labels: Inspection): Answer {
    const key = expression.read("key");
    const operator = expression.read("operator");
    const open = expression.some([key, operator], () => false);
    if (key.state !== "known" || operator.state !== "known") {
        return open;
    }
    if (!isScalar(key.value)) {
        return "no";
    }
    const label = labels.read([String(key.value)]);
    const present = labels.some([label], () => true);
    const among = any(
        expression
            .readings("values")
            .map((value) =>
                value.state === "known"
                    ? labels.some([label], (own) => own === value.value)
                    : expression.some([value], () => false),
            ),
    );
    switch (operator.value) {
        case "In":
            return among;
        case "NotIn":
            return not(among);
        case "Exists":
            return present;
        case "DoesNotExist":
            return not(present);
        default:
            return "no";
    }
}

function not(answer: Answer): Answer {
    return typeof answer === "object" ? answer : answer === "yes" ? "no" : "yes";
}
