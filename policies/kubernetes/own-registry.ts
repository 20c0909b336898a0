import { isScalar, mismatch, type Scalar, show } from "../expectation";
import type { Inspection } from "../inspection";
import type { Subject } from "../rule";

const REGISTRY_DOMAIN = ".azurecr.io";

/** Judges the reference of an image at a place of a resource. */
type ImageCheck = (place: Inspection, image: Scalar) => void;

/**
 * A check that an image comes from one of the stack's registries, or from one of the others that are allowed; `tell`
 * makes the message.
 */
export function imageCheck(
    registries: readonly Subject[],
    others: readonly string[],
    tell: (expected: string, image: Scalar) => string = mismatch,
): ImageCheck {
    const named = registries.map(({ properties }) => ({ properties, name: properties.read("registryName") }));
    const own = named.flatMap(({ name }) =>
        name.state === "known" && isScalar(name.value)
            ? `${String(name.value).toLowerCase()}${REGISTRY_DOMAIN}`
            : [],
    );
    const unnamed = named.filter(({ name }) => name.state === "unknown");
    const hosts = [...own.sort(), ...others.map((host) => host.toLowerCase())];
    const allowed = registries.some(({ properties }) => properties.isSecret("registryName"))
        ? "la pile, dont un registre a un nom secret"
        : hosts.map(show).join(" ou ") || "la pile, qui ne déclare aucun registre";

    return (place, image) => {
        const host = hostOf(String(image));
        if (hosts.includes(host)) {
            return;
        }
        if (unnamed.length === 0 || !host.endsWith(REGISTRY_DOMAIN)) {
            place.violation("", tell(`une image de ${allowed}`, image));
            return;
        }
        // The image may come from a registry whose name is not known yet.
        unnamed.forEach(({ properties, name }) => {
            properties.note(name);
        });
    };
}

/** What stands before the path of an image reference; a reference that is a single name has no registry. */
function hostOf(image: string): string {
    const [first = "", ...path] = image.split("/");
    return path.length > 0 ? first.toLowerCase() : "";
}
