import { setTimeout as pause } from "node:timers/promises";
import { ApiError, type Api, type Applied, type KubernetesObject } from "../../../cluster/api";
import { UserError } from "../../../user-error";
import { PartialFailure } from "../../protocol/provider-error";
import type { DeleteRequest, Reading, ReadRequest, State } from "../../protocol/provider";
import { containsUnknown, type Properties } from "../../protocol/values";
import type { Kind } from "../kind";
import { bookkeeping, objectId } from "../live-object";
import type { Changed, Objects, Wanted } from "../objects";
import { liveInputs, objectOf, outputsOf, propertiesOf } from "./manifest";
import { alreadyExists, creationRefused, isNamespaceMissing, isUnknownKind, updateRefused } from "./refusal";
import { Tenancy } from "./tenancy";
import { annotationOf, unreadiness, untilGone, untilReady, type Outcome } from "./waiting";

/** Pauses before a creation is tried again whose namespace or kind is not there yet. */
const RETRY_MS = [250, 500, 1000, 2000, 4000];

/** Objects in a cluster with a real API server, which validates, admits, defaults and reconciles them. */
export class LiveObjects implements Objects {
    private readonly tenancy: Tenancy;

    public constructor(private readonly api: Api) {
        this.tenancy = new Tenancy(api);
    }

    /** The server says which of its kinds are namespaced; the real provider takes one that it lacks for namespaced. */
    public async kindOf(type: string): Promise<Kind> {
        const [, groupVersion = "", kind = ""] = type.split(":");
        const apiVersion = groupVersion.replace(/^core\//, "");
        const probe = { apiVersion, kind, metadata: { name: "a", namespace: "b" } };
        const namespaced = await this.api.pathOf(probe).then(
            (path) => path.includes("/namespaces/b/"),
            (error: unknown) => {
                if (isUnknownKind(error)) {
                    return true;
                }
                throw error;
            },
        );
        return { apiVersion, kind, namespaced, hasStatus: true };
    }

    /** A dry run; the inputs where the real provider, too, can do none. */
    public async preview(wanted: Wanted | Changed): Promise<Properties> {
        const { kind, inputs, operation } = wanted;
        await this.tenancy.check(operation.urn);
        if (containsUnknown(inputs)) {
            return inputs;
        }
        const isCreation = !("oldOutputs" in wanted);
        const notes = bookkeeping(kind, inputs, isCreation ? undefined : wanted.oldOutputs);
        try {
            const object = objectOf(kind, inputs);
            if (isCreation && (await this.api.get(await this.api.pathOf(object))) !== undefined) {
                return inputs;
            }
            const { object: live } = await this.api.apply(object, {
                fieldManager: notes.__fieldManager,
                dryRun: true,
                force: isCreation || isForced(inputs),
            });
            // A program that reads a status at preview must find none, not that of a dry run.
            const { status, ...outputs } = outputsOf(live, inputs);
            return { ...outputs, ...(isCreation || status === undefined ? {} : { status }), ...notes };
        } catch (error) {
            const isForbidden = error instanceof ApiError && error.code === 403;
            if (isForbidden || isUnknownKind(error) || (isCreation && isNamespaceMissing(error))) {
                return inputs;
            }
            throw isCreation
                ? creationRefused(wanted, error)
                : updateRefused(wanted, notes.__fieldManager, error);
        }
    }

    public async create(wanted: Wanted): Promise<State> {
        const { kind, inputs, operation } = wanted;
        await this.tenancy.claim(operation.urn);
        const notes = bookkeeping(kind, inputs);
        const id = objectId(inputs);
        const object = objectOf(kind, inputs);
        let applied: Applied;
        try {
            const path = await retried(() => this.api.pathOf(object), operation.signal);
            if ((await this.api.get(path)) !== undefined) {
                throw alreadyExists(wanted, id);
            }
            applied = await retried(
                () =>
                    this.api.apply(object, {
                        fieldManager: notes.__fieldManager,
                        force: isForced(inputs),
                    }),
                operation.signal,
            );
        } catch (error) {
            throw creationRefused(wanted, error);
        }
        const outcome = await this.settle(wanted, applied);
        const outputs = { ...outputsOf(outcome.live, inputs), ...notes };
        refuseUnready(
            outcome,
            { id, outputs },
            `resource "${operation.urn}" was successfully created, but the Kubernetes API server reported that it`,
        );
        return { id, outputs };
    }

    /** An object that is not there any more is made again. */
    public async update(changed: Changed): Promise<Properties> {
        const { kind, inputs, oldOutputs, operation } = changed;
        await this.tenancy.claim(operation.urn);
        const notes = bookkeeping(kind, inputs, oldOutputs);
        let applied: Applied;
        try {
            applied = await this.api.apply(objectOf(kind, inputs), {
                fieldManager: notes.__fieldManager,
                force: isForced(inputs),
            });
        } catch (error) {
            throw updateRefused(changed, notes.__fieldManager, error);
        }
        const outcome = await this.settle(changed, applied);
        const outputs = { ...outputsOf(outcome.live, inputs), ...notes };
        const id = objectId(inputs);
        refuseUnready(outcome, { id, outputs }, `the Kubernetes API server reported that "${id}"`);
        return outputs;
    }

    public async read({
        type,
        id,
        oldInputs,
        oldOutputs,
        operation,
    }: ReadRequest): Promise<Reading | undefined> {
        await this.tenancy.check(operation.urn);
        const kind = await this.kindOf(type);
        const live = await this.find(kind, oldInputs);
        if (live === undefined) {
            return undefined;
        }
        const notes = bookkeeping(kind, oldInputs, oldOutputs);
        const meant = await this.api
            .apply(objectOf(kind, oldInputs), {
                fieldManager: notes.__fieldManager,
                dryRun: true,
                force: true,
            })
            .then(
                ({ object }) => propertiesOf(object),
                // Such as a change of what an object keeps for life: the live object is otherwise, in any case.
                () => oldInputs,
            );
        const inputs = liveInputs(oldInputs, meant, propertiesOf(live));
        const outputs = { ...outputsOf(live, inputs), ...notes, __inputs: inputs };
        const reasons = await unreadiness(this.api, live, oldInputs);
        if (reasons !== undefined) {
            const message = `Resource '${live.metadata.name}' was created but failed to initialize`;
            throw new PartialFailure(message, { id, outputs, inputs, reasons: [message, ...reasons] });
        }
        return { outputs, inputs };
    }

    public async delete({ type, id, oldInputs, oldOutputs, operation }: DeleteRequest): Promise<void> {
        await this.tenancy.check(operation.urn);
        const kind = await this.kindOf(type);
        const live = await this.find(kind, oldInputs);
        if (live === undefined) {
            return;
        }
        const path = await this.api.pathOf(live);
        await this.api.delete(path, propagationOf(oldInputs));
        const outcome = await untilGone(this.api, path, live.metadata.uid, oldInputs, operation);
        if (outcome?.fault !== undefined) {
            const { message, reasons } = outcome.fault;
            const outputs = {
                ...outputsOf(outcome.live, oldInputs),
                ...bookkeeping(kind, oldInputs, oldOutputs),
            };
            throw new PartialFailure(message, { id, outputs, reasons: [message, ...reasons] });
        }
    }

    /** The object as the server has it; an object of a kind that is gone is gone, too. */
    private async find(kind: Kind, inputs: Properties): Promise<KubernetesObject | undefined> {
        try {
            return await this.api.get(await this.api.pathOf(objectOf(kind, inputs)));
        } catch (error) {
            if (isUnknownKind(error)) {
                return undefined;
            }
            throw error;
        }
    }

    /** Waits for an object that is there, whatever happens: the state must know of it. */
    private async settle({ inputs, operation }: Wanted, { object, warnings }: Applied): Promise<Outcome> {
        for (const warning of warnings) {
            operation.warn(warning);
        }
        try {
            return await untilReady(this.api, object, inputs, operation);
        } catch (error) {
            if (error instanceof ApiError || error instanceof UserError) {
                return { live: object, fault: { message: error.message, reasons: [] } };
            }
            throw error;
        }
    }
}

/** Throws, in the real provider's words, for an object that is there but not ready; the state keeps it. */
function refuseUnready({ fault }: Outcome, state: State, report: string): void {
    if (fault !== undefined) {
        throw new PartialFailure(`${report} failed to fully initialize or become live: ${fault.message}`, {
            ...state,
            reasons: [fault.message, ...fault.reasons],
        });
    }
}

function isForced(inputs: Properties): boolean {
    return annotationOf(inputs, "pulumi.com/patchForce") === "true";
}

/** What an object owns goes before it, unless its annotation says otherwise. */
function propagationOf(inputs: Properties): "Background" | "Foreground" | "Orphan" {
    switch (annotationOf(inputs, "pulumi.com/deletionPropagationPolicy")) {
        case "background":
            return "Background";
        case "orphan":
            return "Orphan";
        default:
            return "Foreground";
    }
}

/** Tries again what fails for want of a namespace or a kind, which another resource may be making. */
async function retried<Result>(attempt: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    for (const delay of RETRY_MS) {
        try {
            return await attempt();
        } catch (error) {
            if (!(error instanceof ApiError && error.code === 404) || signal.aborted) {
                throw error;
            }
        }
        await pause(delay, undefined, { signal }).catch(() => undefined);
    }
    return await attempt();
}
