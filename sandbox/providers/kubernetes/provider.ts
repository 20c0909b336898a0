import { status } from "@grpc/grpc-js";
import { autoname } from "../protocol/autoname";
import { diffInputs, isUnder } from "../protocol/diff";
import { ProviderError } from "../protocol/provider-error";
import type {
    Change,
    CheckFailure,
    CheckRequest,
    CheckResult,
    CreateRequest,
    Diff,
    Naming,
    Path,
    Plugin,
    Provider,
    State,
    UpdateRequest,
} from "../protocol/provider";
import {
    changeAt,
    containsUnknown,
    isUnknown,
    propertiesAt,
    reveal,
    textAt,
    type Properties,
    type Value,
} from "../protocol/values";
import { FORBIDDEN, forceNewPaths, type Mutability } from "./force-new";
import { kindOf, sdk, type Kind } from "./kind";
import { bookkeeping, defaulted, objectId, stored } from "./live-object";

/**
 * The stand-in for the kubernetes provider over a cluster that accepts whatever it is given. The engine does
 * not configure it, and so asks it nothing, while the kubeconfig is unknown, as in the first preview.
 */
export const kubernetes: Plugin = {
    name: "kubernetes",
    version: sdk.version,
    acceptSecrets: true,
    open: () => new Kubernetes(),
};

/** Set on objects that the provider named itself. */
const AUTONAMED = "pulumi.com/autonamed";

class Kubernetes implements Provider {
    private namespace = "default";
    private reachable = false;
    private mutable: Mutability = { secrets: false, configMaps: false };

    configure(variables: ReadonlyMap<string, string>): void {
        if (variables.has("renderYamlToDirectory")) {
            throw new ProviderError(
                "kubernetes:renderYamlToDirectory: expected none, got one; the sandbox renders no manifests",
            );
        }
        this.namespace = variables.get("namespace") ?? "default";
        this.reachable = variables.has("kubeconfig");
        this.mutable = {
            secrets: variables.get("enableSecretMutable") === "true",
            configMaps: variables.get("enableConfigMapMutable") === "true",
        };
    }

    /** The same cluster identifier means the same cluster; without one a changed access may lead elsewhere. */
    diffConfig({ oldInputs, inputs }: Change): Diff {
        const identifier = textAt(inputs, "clusterIdentifier");
        const sameCluster = identifier !== undefined && identifier === textAt(oldInputs, "clusterIdentifier");
        const access = ["kubeconfig", "context", "cluster", "clusterIdentifier"];
        return {
            changes: diffInputs(
                oldInputs,
                inputs,
                ([key]) => !sameCluster && typeof key === "string" && access.includes(key),
            ),
            deleteBeforeReplace: false,
        };
    }

    check({ type, name, oldInputs, inputs, naming }: CheckRequest): CheckResult {
        const kind = kindOf(type);
        const checked = changeAt(inputs, "metadata", (metadata) => ({
            ...(kind.namespaced ? { namespace: this.namespace } : {}),
            ...metadata,
            ...madeName(name, metadata, oldInputs, naming),
        }));
        return {
            inputs: checked,
            failures: [
                ...sameAs(kind.apiVersion, "apiVersion", inputs),
                ...sameAs(kind.kind, "kind", inputs),
                ...nameFailures(checked.metadata),
                ...listFailures(kind),
            ],
        };
    }

    diff({ type, oldInputs, inputs }: Change): Diff {
        const patterns = forceNewPaths(kindOf(type).kind, this.mutable);
        const mustReplace = (path: Path): boolean => patterns.some((pattern) => isUnder(path, pattern));
        const changes = diffInputs(oldInputs, inputs, mustReplace);
        return {
            changes,
            // Two objects of one name cannot be at once.
            deleteBeforeReplace:
                changes.some(({ replace }) => replace) &&
                !isAutonamed(inputs) &&
                objectId(oldInputs) === objectId(inputs),
        };
    }

    create({ type, inputs, preview }: CreateRequest): State {
        const kind = kindOf(type);
        if (preview) {
            return { id: "", outputs: containsUnknown(inputs) ? inputs : defaulted(kind, inputs) };
        }
        this.refuseUnreachable();
        return {
            id: objectId(inputs),
            outputs: { ...stored(kind, inputs), ...bookkeeping(kind, inputs) },
        };
    }

    update({ type, inputs, oldInputs, oldOutputs, preview }: UpdateRequest): Properties {
        const kind = kindOf(type);
        if (preview) {
            return containsUnknown(inputs) ? inputs : defaulted(kind, inputs);
        }
        this.refuseUnreachable();
        refuseForbidden(kind, oldInputs, inputs);
        return { ...stored(kind, inputs, oldOutputs), ...bookkeeping(kind, inputs, oldOutputs) };
    }

    invoke(token: string): Properties {
        throw new ProviderError(
            `${token}: expected typed resources, got a function; the sandbox renders no charts, manifests or kustomizations`,
        );
    }

    private refuseUnreachable(): void {
        if (!this.reachable) {
            throw new ProviderError(
                "configured Kubernetes cluster is unreachable: the provider has no kubeconfig",
                status.FAILED_PRECONDITION,
            );
        }
    }
}

/** Throws what the API server answers to a change of what an object keeps for life, which the provider tries in place. */
function refuseForbidden({ kind }: Kind, oldInputs: Properties, inputs: Properties): void {
    const changed = (FORBIDDEN[kind] ?? []).find(
        (property) => diffInputs(pick(oldInputs, property), pick(inputs, property), () => false).length > 0,
    );
    if (changed !== undefined) {
        const name = textAt(propertiesAt(inputs, "metadata"), "name") ?? "";
        throw new ProviderError(
            `${kind} "${name}" is invalid: ${changed}: Forbidden: updates to ${changed} are forbidden.`,
            status.FAILED_PRECONDITION,
        );
    }
}

const pick = (object: Properties, property: string): Properties => {
    const value = object[property];
    return value === undefined ? {} : { [property]: value };
};

/** A name for an object that has none: the one it was given before, or a new one. */
function madeName(name: string, metadata: Properties, oldInputs: Properties, naming: Naming): Properties {
    if (metadata.name !== undefined || metadata.generateName !== undefined) {
        return {};
    }
    const old = isAutonamed(oldInputs) ? propertiesAt(oldInputs, "metadata").name : undefined;
    return {
        name: old ?? autoname(`${name}-`, naming),
        annotations: { ...propertiesAt(metadata, "annotations"), [AUTONAMED]: "true" },
    };
}

function isAutonamed(object: Properties): boolean {
    return propertiesAt(propertiesAt(object, "metadata"), "annotations")[AUTONAMED] === "true";
}

function sameAs(expected: string, property: string, inputs: Properties): CheckFailure[] {
    const got = reveal(inputs[property] ?? expected);
    return got === expected || isUnknown(got)
        ? []
        : [{ property, reason: `expected ${expected}, got ${JSON.stringify(got)}` }];
}

function nameFailures(metadata: Value | undefined): CheckFailure[] {
    const { name, generateName } = isUnknown(metadata)
        ? { name: metadata }
        : propertiesAt({ metadata }, "metadata");
    if (generateName !== undefined) {
        const reason = "metadata.generateName is not supported in server-side apply mode";
        return [{ property: "metadata.generateName", reason }];
    }
    return name === undefined
        ? [{ property: "metadata.name", reason: "expected a name, got none, and autonaming is disabled" }]
        : [];
}

function listFailures({ kind }: Kind): CheckFailure[] {
    return kind.endsWith("List")
        ? [{ property: "kind", reason: `expected each object of the list, got ${kind}` }]
        : [];
}
