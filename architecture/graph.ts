/** Inputs or outputs. A secret value appears as `{ secret: <value> }`. */
export type Properties = Readonly<Record<string, unknown>>;

/** A resource as the program registers it with the engine. */
export interface Resource {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    /** What the provider calls it; empty for a component, which no provider makes. */
    readonly id: string;
    readonly inputs: Properties;
    readonly outputs: Properties;
    /** URN of the component that it belongs to; empty for one that belongs to the stack. */
    readonly parent: string;
    /** URN of the provider that makes it, where the program chose one. */
    readonly provider: string;
    /** URNs of all that must be there before it. */
    readonly dependencies: readonly string[];
    /** URNs of what each input was made of. */
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    readonly protect: boolean;
    readonly ignoreChanges: readonly string[];
}

/** Every resource of a stack and how they hang together. */
export class Graph {
    private readonly urns: ReadonlyMap<string, Resource>;
    private readonly ids: ReadonlyMap<string, Resource>;

    /** The components that belong to the stack itself; of those that share a name, one stands for all. */
    readonly boxes: readonly Resource[];

    constructor(readonly resources: readonly Resource[]) {
        this.urns = new Map(resources.map((resource) => [resource.urn, resource]));
        this.ids = new Map(
            resources.filter(({ id }) => id !== "").map((resource) => [resource.id.toLowerCase(), resource]),
        );
        const outermost = resources.filter((resource) => resource.parent === "" && isComponent(resource));
        this.boxes = [...new Map(outermost.map((box) => [box.name, box])).values()];
    }

    /** The resources of a type. */
    of(type: string): readonly Resource[] {
        return this.resources.filter((resource) => resource.type === type);
    }

    /** The resource that has this URN, or undefined. */
    at(urn: string): Resource | undefined {
        return this.urns.get(urn);
    }

    /** The resource that has this id, or undefined. Azure tells no upper from lower case in ids. */
    withId(id: unknown): Resource | undefined {
        return typeof id === "string" ? this.ids.get(id.toLowerCase()) : undefined;
    }

    /** The component of the stack that a resource lies in, however deep. */
    boxOf(resource: Resource): Resource {
        const parent = this.urns.get(resource.parent);
        if (parent !== undefined) {
            return this.boxOf(parent);
        }
        const box = isComponent(resource) ? this.boxes.find(({ name }) => name === resource.name) : undefined;
        return box ?? resource;
    }

    /** What Azure and Kubernetes are asked for inside a component of the stack. */
    inside(box: Resource): readonly Resource[] {
        return this.resources.filter((resource) => !isComponent(resource) && this.boxOf(resource) === box);
    }

    /** The resources whose ids stand anywhere in the inputs of this one. */
    references({ inputs }: Resource): readonly Resource[] {
        const found = [...textsIn(inputs)].map((text) => this.withId(text));
        return [...new Set(found)].filter((target) => target !== undefined);
    }

    /** Whether the engine makes `before` first, be it because a third resource stands between them. */
    follows(after: Resource, before: Resource): boolean {
        const seen = new Set<string>();
        const waiting = [after];
        for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
            for (const urn of [...next.dependencies, next.parent]) {
                const earlier = this.urns.get(urn);
                if (earlier === before) {
                    return true;
                }
                if (earlier !== undefined && !seen.has(urn)) {
                    seen.add(urn);
                    waiting.push(earlier);
                }
            }
        }
        return false;
    }
}

/** Whether a resource only groups others. */
export const isComponent = ({ type }: Pick<Resource, "type">): boolean => type.startsWith("audioprothese:");

/** Every text in a value, at any depth; the keys of objects too, since Azure keys identities by their id. */
export function* textsIn(value: unknown): Generator<string> {
    if (typeof value === "string") {
        yield value;
    } else if (typeof value === "object" && value !== null) {
        if (!Array.isArray(value)) {
            yield* Object.keys(value);
        }
        for (const part of Object.values(value)) {
            yield* textsIn(part);
        }
    }
}

/** The value at a path of keys, or undefined where the path ends early. */
export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
    return path.reduce<unknown>(
        (at, key) => (typeof at === "object" && at !== null ? (at as Properties)[key] : undefined),
        value,
    );
}
