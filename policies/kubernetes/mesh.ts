import { type Answer, any } from "../answer";
import type { Inspection } from "../inspection";

/** Where objects of Istio hold for the whole mesh: the namespace of its own installation, and of the add-on of AKS. */
export const ROOTS: readonly string[] = ["istio-system", "aks-istio-system"];

/** Whether a namespace has its pods in the mesh. */
export function inMesh(namespace: Inspection): Answer {
    const label = (name: string) => namespace.read(["metadata", "labels", name]);
    return any([
        namespace.some([label("istio-injection")], (value) => value === "enabled"),
        namespace.some([label("istio.io/rev")], () => true),
        namespace.some([label("istio.io/dataplane-mode")], (value) => value === "ambient"),
    ]);
}
