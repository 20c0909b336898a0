import { setTimeout as pause } from "node:timers/promises";
import type { Api, KubernetesObject } from "../../../cluster/api";
import type { Operation } from "../../protocol/provider";
import { propertiesAt, textAt, type Properties } from "../../protocol/values";
import { diagnose } from "./diagnosis";
import { propertiesOf } from "./manifest";
import { readinessOf, type Verdict } from "./readiness";

const DEFAULT_TIMEOUT_SECONDS = 600;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1000;

/** Milliseconds after which waiting tells what the cluster warns of, and then again. */
const DIAGNOSIS_MS = 3000;

/** Where an object ended up, and why it is not ready, if it is not. */
export interface Outcome {
    readonly live: KubernetesObject;
    readonly fault?: { readonly message: string; readonly reasons: readonly string[] };
}

/** Waits until an object is ready, fails for good, its time is over or the user cancels. */
export async function untilReady(
    api: Api,
    applied: KubernetesObject,
    inputs: Properties,
    operation: Operation,
): Promise<Outcome> {
    const readiness =
        annotationOf(inputs, "pulumi.com/skipAwait") === "true" ? undefined : readinessOf(applied);
    if (readiness === undefined) {
        return { live: applied };
    }
    const path = await api.pathOf(applied);
    const clock = startClock(inputs, operation);
    const { name } = applied.metadata;
    let live = applied;
    let told = "";
    let nextDiagnosis = DIAGNOSIS_MS;
    for (;;) {
        const verdict = await readiness(propertiesOf(live), api);
        if (verdict.state === "ready") {
            operation.progress("");
            return { live };
        }
        const message =
            verdict.state === "failed"
                ? `Resource '${name}' was created but failed to initialize`
                : clock.ended(`'${name}' timed out waiting to be Ready`, name);
        if (message !== undefined) {
            const reasons = [...verdict.reasons, ...(await diagnose(api, live))];
            return { live, fault: { message, reasons: [...new Set(reasons)] } };
        }
        if (verdict.progress !== told) {
            told = verdict.progress;
            operation.progress(told);
        }
        if (clock.elapsed() > nextDiagnosis) {
            nextDiagnosis = clock.elapsed() + DIAGNOSIS_MS;
            for (const line of (await diagnose(api, live)).slice(-1)) {
                told = line;
                operation.progress(`warning: ${line}`);
            }
        }
        await clock.pause();
        const found = await api.get(path);
        if (found?.metadata.uid !== applied.metadata.uid) {
            const reason = `${applied.kind} "${name}" was deleted while it was waited for`;
            return { live, fault: { message: reason, reasons: [reason] } };
        }
        live = found ?? live;
    }
}

/** What an object lacks now; undefined for one that is ready, or that is not waited for. */
export async function unreadiness(
    api: Api,
    live: KubernetesObject,
    inputs: Properties,
): Promise<readonly string[] | undefined> {
    const readiness = annotationOf(inputs, "pulumi.com/skipAwait") === "true" ? undefined : readinessOf(live);
    const verdict: Verdict = (await readiness?.(propertiesOf(live), api)) ?? { state: "ready" };
    return verdict.state === "ready"
        ? undefined
        : [...new Set([...verdict.reasons, ...(await diagnose(api, live))])];
}

/** Waits until an object is gone; gives what ended the waiting before, if anything did. */
export async function untilGone(
    api: Api,
    path: string,
    uid: string | undefined,
    inputs: Properties,
    operation: Operation,
): Promise<Outcome | undefined> {
    const clock = startClock(inputs, operation);
    for (;;) {
        const live = await api.get(path);
        if (live === undefined || (uid !== undefined && live.metadata.uid !== uid)) {
            operation.progress("");
            return undefined;
        }
        const message = clock.ended("timed out waiting for the condition", live.metadata.name);
        const finalizers = live.metadata.finalizers ?? [];
        if (message !== undefined) {
            const reasons = finalizers.map(
                (finalizer) => `finalizer might be preventing deletion: ${finalizer}`,
            );
            return { live, fault: { message, reasons } };
        }
        operation.progress(["Waiting for the object to be gone", ...finalizers].join("; finalizer "));
        await clock.pause();
    }
}

export function annotationOf(inputs: Properties, annotation: string): string | undefined {
    return textAt(propertiesAt(propertiesAt(inputs, "metadata"), "annotations"), annotation);
}

/** The time that an operation has: its own option, else the object's annotation, else ten minutes. */
function startClock(inputs: Properties, { timeoutSeconds, signal }: Operation) {
    const annotated = Number.parseInt(annotationOf(inputs, "pulumi.com/timeoutSeconds") ?? "", 10);
    const seconds = timeoutSeconds ?? (Number.isNaN(annotated) ? DEFAULT_TIMEOUT_SECONDS : annotated);
    const start = performance.now();
    const elapsed = (): number => performance.now() - start;
    let nextPause = FIRST_PAUSE_MS;
    return {
        elapsed,
        /** What ended it, if something did. */
        ended: (timedOut: string, name: string): string | undefined => {
            if (signal.aborted) {
                return `Resource operation was cancelled for "${name}"`;
            }
            return elapsed() > seconds * 1000 ? timedOut : undefined;
        },
        pause: async (): Promise<void> => {
            // Cancelled: the next look at the clock says so.
            await pause(nextPause, undefined, { signal }).catch(() => undefined);
            nextPause = Math.min(2 * nextPause, LONGEST_PAUSE_MS);
        },
    };
}
