/** The part of OSCAL 1.2.1 that the report is written in. */

export interface Property {
    readonly name: string;
    readonly ns?: string;
    readonly value: string;
}

export interface Link {
    readonly href: string;
    readonly rel?: string;
}

export interface Resource {
    readonly uuid: string;
    readonly title: string;
    readonly description?: string;
    readonly rlinks: readonly { readonly href: string }[];
}

export interface Role {
    readonly id: string;
    readonly title: string;
}

export interface Metadata {
    readonly title: string;
    readonly "last-modified": string;
    readonly version: string;
    readonly "oscal-version": string;
    readonly props: readonly Property[];
    readonly roles: readonly Role[];
    readonly parties: readonly { readonly uuid: string; readonly type: string; readonly name: string }[];
    readonly "responsible-parties": readonly {
        readonly "role-id": string;
        readonly "party-uuids": readonly string[];
    }[];
    readonly remarks: string;
}

export interface ReviewedControls {
    readonly "control-selections": readonly {
        readonly description: string;
        readonly props?: readonly Property[];
        readonly links?: readonly Link[];
        readonly "include-all"?: object;
        readonly "include-controls"?: readonly { readonly "control-id": string }[];
        readonly "exclude-controls"?: readonly { readonly "control-id": string }[];
        readonly remarks?: string;
    }[];
    readonly "control-objective-selections": readonly {
        readonly "include-objectives": readonly { readonly "objective-id": string }[];
    }[];
}

export interface Origin {
    readonly actors: readonly { readonly type: "tool"; readonly "actor-uuid": string }[];
}

export interface Component {
    readonly uuid: string;
    readonly type: string;
    readonly title: string;
    readonly description: string;
    readonly props: readonly Property[];
    readonly status: { readonly state: string };
}

export interface AssessmentAssets {
    readonly components?: readonly Component[];
    readonly "assessment-platforms": readonly {
        readonly uuid: string;
        readonly title: string;
        readonly "uses-components": readonly { readonly "component-uuid": string }[];
    }[];
}

export interface InventoryItem {
    readonly uuid: string;
    readonly description: string;
    readonly props: readonly Property[];
}

export interface Subject {
    readonly "subject-uuid": string;
    readonly type: "inventory-item";
    readonly title: string;
    readonly props: readonly Property[];
    readonly remarks?: string;
}

export interface Observation {
    readonly uuid: string;
    readonly title: string;
    readonly description: string;
    readonly props: readonly Property[];
    readonly links: readonly Link[];
    readonly methods: readonly ("TEST" | "EXAMINE")[];
    readonly types: readonly string[];
    readonly origins: readonly Origin[];
    readonly subjects: readonly Subject[];
    readonly "relevant-evidence": readonly { readonly href: string; readonly description: string }[];
    /** An instant, UTC. */
    readonly collected: string;
    readonly remarks?: string;
}

export interface Risk {
    readonly uuid: string;
    readonly title: string;
    readonly description: string;
    readonly statement: string;
    readonly props: readonly Property[];
    readonly status: "open" | "deviation-approved";
    readonly characterizations: readonly {
        readonly origin: Origin;
        readonly facets: readonly {
            readonly name: string;
            readonly system: string;
            readonly value: string;
        }[];
    }[];
    readonly "mitigating-factors": readonly { readonly uuid: string; readonly description: string }[];
    /** An instant, UTC. */
    readonly deadline?: string;
    readonly remediations: readonly {
        readonly uuid: string;
        readonly lifecycle: "recommendation";
        readonly title: string;
        readonly description: string;
    }[];
    readonly "related-observations": readonly RelatedObservation[];
}

export interface RelatedObservation {
    readonly "observation-uuid": string;
}

export interface Finding {
    readonly uuid: string;
    readonly title: string;
    readonly description: string;
    readonly props: readonly Property[];
    readonly target: {
        readonly type: "objective-id";
        readonly "target-id": string;
        readonly status: {
            readonly state: "satisfied" | "not-satisfied";
            readonly reason: string;
            readonly remarks?: string;
        };
    };
    readonly "related-observations": readonly RelatedObservation[];
    readonly "related-risks": readonly { readonly "risk-uuid": string }[];
}

export interface Part {
    readonly id: string;
    readonly name: string;
    readonly props: readonly Property[];
    readonly prose: string;
}

export interface Control {
    readonly id: string;
    readonly class: string;
    readonly title: string;
    readonly props: readonly Property[];
    readonly links: readonly Link[];
    readonly parts: readonly Part[];
}

/** The text of a document. OSCAL has no empty lists: they are left out. */
export function documentText(document: object): string {
    const kept = (_key: string, value: unknown) =>
        Array.isArray(value) && value.length === 0 ? undefined : value;
    return `${JSON.stringify(document, kept, 1)}\n`;
}
