import type { Rule } from "./rule";

/** The choices that a rule leaves to its users, as the rule itself would make them. */
export function defaultConfig(rule: Rule): object {
    const choices = Object.entries<{ readonly default: unknown }>({ ...rule.config });
    return Object.fromEntries(choices.map(([key, choice]) => [key, choice.default]));
}

/** The same with those that a user made. */
export function configOf(rule: Rule, chosen: object): object {
    return { ...defaultConfig(rule), ...chosen };
}
