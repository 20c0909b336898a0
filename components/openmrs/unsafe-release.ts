import { clusteringFaults } from "./clustering";
import type { OpenMrsArgs } from "./openmrs";

/** What decides whether a release is safe. */
export type ReleaseSettings = Pick<
    OpenMrsArgs,
    | "host"
    | "adminHost"
    | "tlsCertificate"
    | "adminTlsCertificate"
    | "demoData"
    | "webReplicas"
    | "clustering"
    | "protectData"
>;

/** Why a release would be unsafe, each reason by the key at fault; none for a safe one. */
export function releaseFaults(settings: ReleaseSettings): readonly string[] {
    const { tlsCertificate, adminTlsCertificate, demoData, protectData, webReplicas, clustering } = settings;
    return [
        demoData && protectData && "demoData: expected false where protectData is true, got true",
        protectData &&
            webReplicas.min < 2 &&
            `webReplicas.min: expected at least 2 where protectData is true, got ${webReplicas.min.toString()}`,
        tlsCertificate.toLowerCase() === adminTlsCertificate.toLowerCase() &&
            `adminTlsCertificate: expected another certificate than tlsCertificate, got "${adminTlsCertificate}"`,
        ...hostFaults(settings),
        ...(clustering === undefined ? [] : clusteringFaults(clustering)),
    ].filter((fault) => fault !== false);
}

/**
 * Hosts that the private zone of the administration pages would answer for, the name itself and all beneath it: it would
 * lead there to those pages, or nowhere.
 */
function hostFaults({ host, adminHost, clustering }: ReleaseSettings): readonly string[] {
    const hosts = {
        host,
        ...(clustering && {
            "clustering.search.host": clustering.search.host,
            "clustering.objectStorage.host": clustering.objectStorage.host,
        }),
    };
    return Object.entries(hosts)
        .filter(([, name]) => name === adminHost || name.endsWith(`.${adminHost}`))
        .map(
            ([key, name]) =>
                `adminHost: expected a name that does not hold ${key} (${name}), got "${adminHost}"`,
        );
}
