/**
 * The answer to a condition that a rule weighs together with others: yes, no, or what to note should the outcome turn
 * on it because some value cannot be known yet.
 */
export type Answer = "yes" | "no" | Open;

export interface Open {
    readonly note: () => void;
}

/** Whether all hold: one that surely does not settles the matter. */
export function all(answers: readonly Answer[]): Answer {
    return answers.includes("no") ? "no" : (together(answers) ?? "yes");
}

/** Whether any holds: one that surely does settles the matter. */
export function any(answers: readonly Answer[]): Answer {
    return answers.includes("yes") ? "yes" : (together(answers) ?? "no");
}

function together(answers: readonly Answer[]): Open | undefined {
    const open = answers.filter((answer) => typeof answer === "object");
    return open.length === 0
        ? undefined
        : {
              note: () => {
                  open.forEach(({ note }) => {
                      note();
                  });
              },
          };
}
