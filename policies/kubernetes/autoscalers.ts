import { all, type Answer, any } from "../answer";
import type { Scalar } from "../expectation";
import type { Subject } from "../rule";
import { keptAt, NAMESPACE, type Place, Placement, together } from "./placement";

const AUTOSCALER = "kubernetes:autoscaling:HorizontalPodAutoscaler";

const TARGET = "spec.scaleTargetRef";

/** What a rule reads that asks for the replicas of workloads. */
export const autoscalerReads = {
    [AUTOSCALER]: ["metadata.namespace", "spec"],
    [NAMESPACE]: ["metadata.name"],
};

/** The autoscalers of a stack by what they scale: a workload that has one leaves its own number of replicas out. */
export class Autoscalers {
    private readonly placement: Placement;
    private readonly byPlace = new Map<Place, Map<unknown, Subject[]>>();

    /** `context` may hold more than autoscalers and namespaces. */
    constructor(context: readonly Subject[]) {
        this.placement = new Placement(context);
        for (const autoscaler of context.filter(({ type }) => type === AUTOSCALER)) {
            const place = this.placement.of(autoscaler);
            const there = this.byPlace.get(place) ?? new Map<unknown, Subject[]>();
            this.byPlace.set(place, there);
            const target = nameOf(autoscaler, `${TARGET}.name`);
            there.set(target, [...(there.get(target) ?? []), autoscaler]);
        }
    }

    /**
     * Hands over how many replicas a workload has at least: as many as its autoscaler keeps, or as it says itself.
     * Kubernetes takes 1 where neither does.
     */
    givenReplicas(workload: Subject, use: (replicas: Scalar) => void): void {
        const found = this.candidates(workload);
        const own = found.filter(({ answer }) => answer === "yes");
        for (const { autoscaler } of own) {
            autoscaler.properties.given("spec.minReplicas", (least = 1) => {
                use(least);
            });
        }
        if (own.length === 0) {
            const open = any(found.map(({ answer }) => answer));
            if (typeof open === "object") {
                open.note();
            } else {
                workload.properties.given("spec.replicas", (replicas = 1) => {
                    use(replicas);
                });
            }
        }
    }

    /** The autoscalers that scale a workload, or may. */
    private candidates(workload: Subject): readonly { autoscaler: Subject; answer: Answer }[] {
        const name = nameOf(workload, "metadata.name");
        return keptAt(this.placement.of(workload), this.byPlace).flatMap(({ same, kept }) =>
            (name === undefined
                ? [...kept.values()].flat()
                : [...(kept.get(name) ?? []), ...(kept.get(undefined) ?? [])]
            ).map((autoscaler) => ({ autoscaler, answer: scales(autoscaler, workload, same) })),
        );
    }
}

/** A name, if it is known. */
function nameOf({ properties }: Subject, path: string): unknown {
    const name = properties.read(path);
    return name.state === "known" ? name.value : undefined;
}

function scales(autoscaler: Subject, workload: Subject, same: "yes" | "perhaps"): Answer {
    const kind = workload.type.slice(workload.type.lastIndexOf(":") + 1);
    const target = autoscaler.properties.read(`${TARGET}.name`);
    const name = workload.properties.read("metadata.name");
    const named =
        target.state === "known"
            ? workload.properties.some([name], (own) => own === target.value)
            : autoscaler.properties.some([target], () => false);
    return all([
        together(same, autoscaler, workload),
        autoscaler.properties.some(
            [autoscaler.properties.read(`${TARGET}.kind`)],
            (scaled) => scaled === kind,
        ),
        named,
    ]);
}
