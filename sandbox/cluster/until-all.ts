import type { Api, KubernetesObject } from "./api";

/** Waits until each of the named objects of a collection is as it should be. */
export async function untilAll(
    api: Api,
    path: string,
    names: readonly string[],
    holds: (object: KubernetesObject) => boolean,
): Promise<void> {
    const missing = new Set(names);
    const watching = new AbortController();
    try {
        for await (const { object } of api.follow(path, { signal: watching.signal })) {
            if (holds(object)) {
                missing.delete(object.metadata.name);
            }
            if (missing.size === 0) {
                return;
            }
        }
    } finally {
        watching.abort();
    }
}
