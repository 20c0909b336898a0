import type { Case, Properties, StackCase, StackMember } from "../../support/evaluate";
import { DEPLOYMENT } from "../pods";

/** Cases of one workload each, as a stack rule judges it: alone, or with others of its stack. */
export function eachAlone(
    cases: Readonly<Record<string, Case>>,
    ...others: readonly StackMember[]
): Readonly<Record<string, StackCase>> {
    return Object.fromEntries(
        Object.entries(cases).map(([name, { props, type = DEPLOYMENT, ...found }]) => [
            name,
            {
                members: [{ type, name: "web", props }, ...others],
                violations: (found.violations ?? []).map((message) => ["web", message] as const),
                unknowns: (found.unknowns ?? []).map((path) => `web/${path}`),
                ...(found.config === undefined ? {} : { config: found.config }),
            },
        ]),
    );
}

/** An autoscaler of the Deployment `web` of the default namespace. */
export const autoscaler = (spec: Properties): StackMember => ({
    type: "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
    name: "scaler",
    props: { metadata: {}, spec: { scaleTargetRef: { kind: "Deployment", name: "web" }, ...spec } },
});

/** The namespace that is meant where none is named. */
export const DEFAULT_NAMESPACE: StackMember = {
    type: "kubernetes:core/v1:Namespace",
    name: "default",
    props: { metadata: { name: "default" } },
};
