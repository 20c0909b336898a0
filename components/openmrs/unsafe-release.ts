import { clusteringFault } from "./clustering";
import type { OpenMrsArgs } from "./openmrs";

/** Why a release would be unsafe; undefined for one that is not. */
export function unsafeRelease(args: OpenMrsArgs): string | undefined {
    const { host, adminHost, tlsCertificate, adminTlsCertificate } = args;
    const { demoData, protectData, webReplicas, clustering } = args;
    if (demoData && protectData) {
        return "demoData: expected false where protectData is true, got true";
    }
    if (shadows(adminHost, host)) {
        return `adminHost: expected a name that does not hold host (${host}), got "${adminHost}"`;
    }
    if (tlsCertificate.toLowerCase() === adminTlsCertificate.toLowerCase()) {
        return `adminTlsCertificate: expected another certificate than tlsCertificate, got "${adminTlsCertificate}"`;
    }
    if (protectData && webReplicas.min < 2) {
        return `webReplicas.min: expected at least 2 where protectData is true, got ${webReplicas.min.toString()}`;
    }
    return clustering === undefined ? undefined : clusteringFault(clustering);
}

/**
 * Whether a private zone of a name would answer for a host too: for the name itself and all beneath it, which would
 * lead inside the network to the administration pages, or nowhere.
 */
export const shadows = (zone: string, host: string) => host === zone || host.endsWith(`.${zone}`);
