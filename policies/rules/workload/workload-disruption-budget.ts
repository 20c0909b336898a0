import { all, type Answer, any } from "../../answer";
import { mismatch, such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineStackRule, type Subject } from "../../rule";
import { Autoscalers, autoscalerReads } from "../../kubernetes/autoscalers";
import { deploymentExample } from "../../kubernetes/example-workload";
import { keptAt, type Place, Placement, together } from "../../kubernetes/placement";
import { SelectorIndex, selects } from "../../kubernetes/selector";

const BUDGET = "kubernetes:policy:PodDisruptionBudget";

/** Where a workload keeps the labels of its pods. */
const LABELS = "spec.template.metadata.labels";

const someEvicted = such(
    "au moins un pod qui puisse être évincé",
    (most) => most === undefined || !/^0*%?$/.test(String(most)),
);
const notEveryoneKept = such("moins que tous les pods", (least) => {
    const share = shareOf(least);
    return share === undefined || share < 100;
});

export const workloadDisruptionBudget = defineStackRule({
    id: "workload-disruption-budget",
    title: {
        fr: "Toute charge répliquée a un PodDisruptionBudget, qui laisse évincer un pod",
        en: "Every replicated workload has a PodDisruptionBudget, which lets a pod be evicted",
    },
    why: {
        fr: "Sans budget, la mise à jour des nœuds arrête toutes les répliques ; trop strict, il bloque les correctifs de sécurité.",
        en: "Without a budget, an upgrade of the nodes stops all replicas; too strict, it holds up security fixes.",
    },
    remediation: {
        fr: "Ajouter un PodDisruptionBudget de maxUnavailable 1, dont le sélecteur est celui de la charge.",
        en: "Add a PodDisruptionBudget of maxUnavailable 1, whose selector is the workload's.",
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/tasks/run-application/configure-pdb/",
    appliesTo: ["kubernetes:apps:Deployment", "kubernetes:apps:StatefulSet", BUDGET],
    reads: { [BUDGET]: ["metadata.namespace", "spec"], ...autoscalerReads },
    examples: {
        compliant: [
            {
                type: "kubernetes:apps/v1:Deployment",
                properties: {
                    metadata: { namespace: "openmrs" },
                    spec: { replicas: 3, template: { metadata: { labels: { app: "web" } } } },
                },
            },
            {
                type: "kubernetes:policy/v1:PodDisruptionBudget",
                properties: {
                    metadata: { namespace: "openmrs" },
                    spec: { maxUnavailable: 1, selector: { matchLabels: { app: "web" } } },
                },
            },
        ],
        violation: [deploymentExample({ replicas: 3 })],
    },
    survey(context) {
        const placement = new Placement(context);
        const budgets = new Map<Place, SelectorIndex>();
        for (const budget of context.filter(({ type }) => type === BUDGET)) {
            const place = placement.of(budget);
            const there = budgets.get(place) ?? new SelectorIndex();
            there.add(budget, selectorOf(budget).at("matchLabels"));
            budgets.set(place, there);
        }
        return { placement, budgets, autoscalers: new Autoscalers(context) };
    },
    check(subject, { placement, budgets, autoscalers }) {
        const { type, properties } = subject;
        if (type === BUDGET) {
            properties.expect("spec.maxUnavailable", someEvicted);
            properties.expect("spec.minAvailable", notEveryoneKept);
            return;
        }
        autoscalers.givenReplicas(subject, (replicas) => {
            if (replicas !== 0 && replicas !== 1) {
                const labels = properties.at(LABELS);
                const covering = keptAt(placement.of(subject), budgets).flatMap(({ same, kept }) =>
                    kept
                        .candidates(labels)
                        .map((budget) => ({ budget, answer: covers(budget, subject, same) })),
                );
                properties.settle(
                    any(covering.map(({ answer }) => answer)),
                    "spec.replicas",
                    "attendu un PodDisruptionBudget qui couvre ces répliques",
                );
                covering
                    .filter(({ answer }) => answer === "yes")
                    .forEach(({ budget }) => {
                        checkFloor(budget, subject, Number(replicas));
                    });
            }
        });
    },
});

function selectorOf({ properties }: Subject): Inspection {
    return properties.at("spec.selector");
}

function covers(budget: Subject, workload: Subject, same: "yes" | "perhaps"): Answer {
    const labels = workload.properties.at(LABELS);
    return all([together(same, budget, workload), selects(selectorOf(budget), labels)]);
}

/** A budget that keeps as many pods as there are lets none be evicted. */
function checkFloor(budget: Subject, workload: Subject, replicas: number): void {
    budget.properties.given("spec.minAvailable", (least) => {
        const share = shareOf(least);
        // Kubernetes rounds a share up.
        const kept = share === undefined ? Number(least) : Math.ceil((share * replicas) / 100);
        if (kept >= replicas) {
            workload.properties.violation(
                "spec.replicas",
                mismatch(`plus de répliques que minAvailable n’en garde (${String(kept)})`, replicas),
            );
        }
    });
}

/** The number before a percent sign. */
function shareOf(amount: unknown): number | undefined {
    const share = /^(\d+)%$/.exec(String(amount))?.[1];
    return share === undefined ? undefined : Number(share);
}
