import type { PodArgs } from "./pod";

/**
 * Seconds that clients may keep a DNS answer: the cluster's DNS 5, the gateway 10, and a margin. A new replica counts
 * for as long before an old one goes, so that no client is left with addresses that are gone.
 */
export const DNS_SECONDS = 20;

/** Seconds that a pod goes on serving after it was asked to stop, until nobody is sent to it any more. */
export const DRAIN_SECONDS = 10;

/** Seconds that a pod has to stop. */
export const graceSeconds = ({ shutdownSeconds = 30 }: Pick<PodArgs, "shutdownSeconds">) =>
    DRAIN_SECONDS + shutdownSeconds;

/** Pods of an update that still end while the next is added: it asks one to stop every DNS_SECONDS at the soonest. */
export const endingAtOnce = (args: Pick<PodArgs, "shutdownSeconds">) =>
    Math.ceil(graceSeconds(args) / DNS_SECONDS);
