import { all, type Answer, any } from "../answer";
import { isScalar } from "../expectation";
import type { Inspection } from "../inspection";

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
    const answers: Answer[] = [];
    selector.entries("matchLabels", (key, value) => {
        const wanted = value.read("");
        answers.push(
            wanted.state === "known"
                ? labels.some([labels.read([key])], (label) => label === wanted.value)
                : value.some([wanted], () => false),
        );
    });
    selector.each("matchExpressions", (expression) => {
        answers.push(meets(expression, labels));
    });
    return all(answers);
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
