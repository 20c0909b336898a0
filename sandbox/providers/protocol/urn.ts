import { ProviderError } from "./provider-error";
import type { ResourceName } from "./provider";

/** Type and name of a resource from its URN, `urn:pulumi:<stack>::<project>::[<parent type>$]<type>::<name>`. */
export function parseUrn(urn: string): ResourceName {
    const match = /^urn:pulumi:[^:]+::[^:]+::(?:[^$]+\$)*([^$]+?)::(.+)$/s.exec(urn);
    if (match?.[1] === undefined || match[2] === undefined) {
        throw new ProviderError(`urn: expected urn:pulumi:<stack>::<project>::<type>::<name>, got "${urn}"`);
    }
    return { type: match[1], name: match[2] };
}

/** "<project>/<stack>" of a URN. */
export function stackOf(urn: string): string {
    const [stack = "", project = ""] = urn.replace("urn:pulumi:", "").split("::");
    return `${project}/${stack}`;
}
