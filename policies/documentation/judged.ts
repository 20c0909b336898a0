import { judge } from "../judge";
import { judgeStack } from "../judge-stack";
import type { DeclaredResource, Example, ResourceRule, Rule } from "../rule";

/** The example as the engine would declare it. */
export function declared({ type, name = "example", properties, options = {} }: Example): DeclaredResource {
    return {
        type,
        name,
        urn: `urn:pulumi:dev::example::${type}::${name}`,
        props: properties,
        opts: { ignoreChanges: [], protect: false, ...options },
        secrets: new Set(),
    };
}

/** What a rule says of the declarations of an example. */
export function messagesOn(rule: Rule, examples: readonly Example[]): readonly string[] {
    const resources = examples.map(declared);
    return rule.kind === "stack"
        ? judgeStack(rule, resources).violations.map(({ message }) => message)
        : resources.flatMap((resource) => judge(rule, resource).violations);
}

/** The properties that a rule's verdicts on its examples rest on, list elements as `[*]`. */
export function judgedPaths(rule: ResourceRule): readonly string[] {
    const paths = new Set<string>();
    for (const example of [...rule.examples.compliant, ...rule.examples.violation]) {
        judge(rule, declared(example), {
            onJudged: (path) => {
                paths.add(path.replace(/\[\d+\]/g, "[*]"));
            },
        });
    }
    return [...paths].filter((path) => path !== "").sort();
}
