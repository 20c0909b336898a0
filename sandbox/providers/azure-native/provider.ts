import { status } from "@grpc/grpc-js";
import { autoname } from "../protocol/autoname";
import { diffInputs, formatPath, isUnder } from "../protocol/diff";
import { ProviderError } from "../protocol/provider-error";
import type {
    Change,
    CheckFailure,
    CheckRequest,
    CheckResult,
    CreateRequest,
    DeleteRequest,
    Diff,
    Path,
    Plugin,
    PropertyChange,
    Provider,
    ResourceName,
    State,
    UpdateRequest,
} from "../protocol/provider";
import { entriesOf, isUnknown, textAt, type Properties, type Value } from "../protocol/values";
import { nameParameter, normalRegion, pathParameters, resourceId, resourceType } from "./arm";
import type { ArmResource, ArmType } from "./arm-type";
import { invoke } from "./invokes";
import { createdOutputs, previewOutputs } from "./outputs";
import { refusalOf } from "./refusals";
import { lockedScope } from "./refusals/lock";
import { Neighbourhood } from "./refusals/neighbourhood";
import type { Refusal } from "./refusals/refusal";
import { readSchema, sdk } from "./schema";
import { armType } from "./types";

/** Whom the stand-in works for. */
type Account = Pick<ArmResource, "subscriptionId" | "tenantId">;

/** Whose sandbox it is when the configuration names no subscription or tenant. */
const SANDBOX_ACCOUNT: Account = {
    subscriptionId: "00000000-0000-0000-0000-000000000001",
    tenantId: "00000000-0000-0000-0000-000000000002",
};

/** Marks a resource whose name was made up, so that its replacement can come before its deletion. */
const CREATE_BEFORE_DELETE = "__createBeforeDelete";

/** The stand-in for the azure-native provider. Like the real one it takes no secret envelopes. */
export const azureNative: Plugin = {
    name: "azure-native",
    version: sdk.version,
    acceptSecrets: false,
    open: () => new AzureNative(),
};

class AzureNative implements Provider {
    private account = SANDBOX_ACCOUNT;
    private location: string | undefined;
    private readonly neighbourhood = new Neighbourhood();

    configure(variables: ReadonlyMap<string, string>): void {
        this.account = {
            subscriptionId: variables.get("subscriptionId") ?? SANDBOX_ACCOUNT.subscriptionId,
            tenantId: variables.get("tenantId") ?? SANDBOX_ACCOUNT.tenantId,
        };
        this.location = variables.get("location");
    }

    diffConfig(): Diff {
        return { changes: [], deleteBeforeReplace: false };
    }

    check({ type, name, oldInputs, inputs, naming }: CheckRequest): CheckResult {
        if (entriesOf(oldInputs).length > 0) {
            this.neighbourhood.see({ type, name }, oldInputs);
        }
        const schema = readSchema(type);
        const parameter = nameParameter(armType(type));
        const checked: Record<string, Value | undefined> = { ...inputs, azureApiVersion: schema.apiVersion };
        if (schema.inputs.has("location")) {
            checked.location ??= oldInputs.location ?? this.location;
        }
        if (checked[parameter] === undefined) {
            checked[parameter] = oldInputs[parameter] ?? autoname(name, naming);
            checked[CREATE_BEFORE_DELETE] = true;
        }
        const needed = new Set([...schema.required, ...pathParameters(armType(type))]);
        if (schema.inputs.has("location") && schema.response.get("location")?.optional === false) {
            needed.add("location");
        }
        const failures = [...needed]
            .filter((property) => (checked[property] ?? undefined) === undefined)
            .map(missingProperty);
        return { inputs: checked, failures };
    }

    diff({ type, oldInputs, inputs }: Change): Diff {
        const known = armType(type);
        const replacing = [...pathParameters(known), "location", ...(known.forceNew ?? [])];
        const mustReplace = (path: Path): boolean => replacing.some((pattern) => isUnder(path, pattern));
        const changes = diffInputs(oldInputs, inputs, mustReplace).filter(
            ({ path }) => !(path[0] === "location" && sameLocation(oldInputs, inputs)),
        );
        return {
            changes,
            deleteBeforeReplace:
                changes.some(({ replace }) => replace) && inputs[CREATE_BEFORE_DELETE] === undefined,
        };
    }

    create({ type, name, inputs, preview }: CreateRequest): State {
        if (preview) {
            return { id: "", outputs: previewOutputs(inputs, readSchema(type).response) };
        }
        const resource = this.resourceOf(armType(type), inputs);
        this.ask({ type, name }, resource);
        return { id: resource.id, outputs: this.outputsOf(type, resource) };
    }

    update(request: UpdateRequest): Properties {
        const { type, inputs, oldInputs, oldOutputs, preview } = request;
        if (preview) {
            const { name, location } = oldOutputs;
            return { ...previewOutputs(inputs, readSchema(type).response), name, location };
        }
        refuseImmutable(armType(type), this.diff(request).changes, request);
        const resource = this.resourceOf(armType(type), inputs);
        this.ask(request, resource, oldInputs);
        return this.outputsOf(type, resource);
    }

    delete({ id, ...resource }: DeleteRequest): void {
        const refusal = lockedScope(id, this.neighbourhood.of(resource));
        if (refusal !== undefined) {
            throw refused(id, refusal);
        }
        this.neighbourhood.forget(resource);
    }

    invoke(token: string, args: Properties): Properties {
        return invoke(token, args);
    }

    /** Throws what Azure would answer, if it refused. */
    private ask({ type, name }: ResourceName, resource: ArmResource, oldInputs?: Properties): void {
        const neighbours = this.neighbourhood.of({ type, name });
        const refusal = refusalOf(type, { ...resource, neighbours, ...(oldInputs && { oldInputs }) });
        if (refusal !== undefined) {
            throw refused(resource.id, refusal);
        }
        this.neighbourhood.see({ type, name }, resource.inputs);
    }

    private resourceOf(type: ArmType, inputs: Properties): ArmResource {
        return {
            ...this.account,
            id: resourceId(type, inputs, this.account.subscriptionId),
            type: resourceType(type),
            name: textAt(inputs, nameParameter(type)) ?? "",
            inputs,
        };
    }

    private outputsOf(token: string, resource: ArmResource): Properties {
        return createdOutputs(token, armType(token), resource, readSchema(token).response);
    }
}

function missingProperty(property: string): CheckFailure {
    const hint =
        property === "location"
            ? ". Either set it explicitly or configure it with 'pulumi config set azure-native:location <value>'."
            : "";
    return { property: "", reason: `missing required property '${property}'${hint}` };
}

/** Azure reads "France Central" as francecentral. */
function sameLocation(oldInputs: Properties, inputs: Properties): boolean {
    const [before, after] = [oldInputs, inputs].map(({ location }) =>
        typeof location === "string" && !isUnknown(location) ? normalRegion(location) : undefined,
    );
    return before !== undefined && before === after;
}

/** Azure takes such a change for an update and then refuses it. */
function refuseImmutable(type: ArmType, changes: readonly PropertyChange[], { id }: UpdateRequest): void {
    const change = changes.find(({ path }) => type.immutable?.some((pattern) => isUnder(path, pattern)));
    if (change !== undefined) {
        throw refused(id, {
            code: "PropertyChangeNotAllowed",
            message: `Changing property '${formatPath(change.path)}' is not allowed.`,
        });
    }
}

/** The error in the real provider's words. */
function refused(id: string, { code, message }: Refusal): ProviderError {
    return new ProviderError(`${id}: Code="${code}" Message="${message}"`, status.FAILED_PRECONDITION);
}
