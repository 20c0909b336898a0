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
    DeleteRequest,
    Diff,
    Naming,
    Path,
    Plugin,
    Provider,
    Reading,
    ReadRequest,
    State,
    UpdateRequest,
} from "../protocol/provider";
import {
    changeAt,
    isUnknown,
    propertiesAt,
    reveal,
    textAt,
    type Properties,
    type Value,
} from "../protocol/values";
import { forceNewPaths, type Mutability } from "./force-new";
import { sdk, type Kind } from "./kind";
import { objectId } from "./live-object";
import type { Objects } from "./objects";

/**
 * The stand-in for the kubernetes provider. The engine does not configure it, and so asks it nothing, while the
 * kubeconfig is unknown, as in the first preview.
 */
export const kubernetes = (objects: Objects): Plugin => ({
    name: "kubernetes",
    version: sdk.version,
    acceptSecrets: true,
    open: () => new Kubernetes(objects),
});

/** Set on objects that the provider named itself. */
const AUTONAMED = "pulumi.com/autonamed";

class Kubernetes implements Provider {
    private namespace = "default";
    private reachable = false;
    private mutable: Mutability = { secrets: false, configMaps: false };

    constructor(private readonly objects: Objects) {}

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

    async check({ type, name, oldInputs, inputs, naming }: CheckRequest): Promise<CheckResult> {
        const kind = await this.objects.kindOf(type);
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

    async diff({ type, oldInputs, inputs }: Change): Promise<Diff> {
        const { kind } = await this.objects.kindOf(type);
        const patterns = forceNewPaths(kind, this.mutable);
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

    async create({ type, inputs, preview, operation }: CreateRequest): Promise<State> {
        const wanted = { kind: await this.objects.kindOf(type), inputs, operation };
        if (preview) {
            return { id: "", outputs: await this.objects.preview(wanted) };
        }
        this.refuseUnreachable();
        return await this.objects.create(wanted);
    }

    async update({ type, preview, ...change }: UpdateRequest): Promise<Properties> {
        const changed = { ...change, kind: await this.objects.kindOf(type) };
        if (preview) {
            return await this.objects.preview(changed);
        }
        this.refuseUnreachable();
        return await this.objects.update(changed);
    }

    read(request: ReadRequest): Promise<Reading | undefined> {
        return this.objects.read(request);
    }

    delete(request: DeleteRequest): Promise<void> {
        return this.objects.delete(request);
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
