import type {
    ReportingDescriptor,
    ReportingDescriptorReference,
    ReportingDescriptorRelationship,
    ToolComponent,
    ToolComponentReference,
} from "sarif";
import type { Report, ReportFramework, ReportRequirement } from "../model";
import type { Language } from "../words/language";
import { webAddress } from "../words/web-address";
import { words } from "../words/words";
import { guid } from "./identity";
import { told } from "./text";

type Cited = Report["evidence"][number]["requirements"][number];

/** The frameworks, each with its requirements as taxa. */
export class Taxonomies {
    private readonly targets: ReadonlyMap<string, ReportingDescriptorReference>;

    public constructor(
        private readonly frameworks: readonly ReportFramework[],
        private readonly language: Language,
    ) {
        this.targets = new Map(
            frameworks.flatMap((framework, index) =>
                framework.requirements.map(({ id }, taxon) => [
                    keyOf({ framework: framework.id, requirement: id }),
                    {
                        id: told(id, language),
                        index: taxon,
                        toolComponent: reference(framework, index, language),
                    },
                ]),
            ),
        );
    }

    public components(): ToolComponent[] {
        return this.frameworks.map((framework) => this.component(framework));
    }

    public references(): ToolComponentReference[] {
        return this.frameworks.map((framework, index) => reference(framework, index, this.language));
    }

    /** That a rule or a document bears on requirements. */
    public relationships(cited: readonly Cited[]): ReportingDescriptorRelationship[] {
        return cited
            .map((one) => this.targets.get(keyOf(one)))
            .filter((target) => target !== undefined)
            .map((target) => ({ target, kinds: ["relevant"] }));
    }

    private component({
        id,
        title,
        version,
        url,
        packVersion,
        requirements,
        statuses,
    }: ReportFramework): ToolComponent {
        const informationUri = webAddress(url);
        return {
            name: told(id, this.language),
            guid: guid("framework", id),
            version: told(version, this.language),
            shortDescription: { text: told(title[this.language], this.language) },
            ...(informationUri === undefined ? {} : { informationUri }),
            isComprehensive: true,
            taxa: requirements.map((requirement) => this.taxon(requirement)),
            properties: { statuses, ...(packVersion === undefined ? {} : { packVersion }) },
        };
    }

    private taxon(requirement: ReportRequirement): ReportingDescriptor {
        const { id, title, status, causes, why, evidence, findings } = requirement;
        const { language } = this;
        const reasons = [
            ...causes.map((cause) => words(language).cause[cause]),
            ...(why === undefined ? [] : [told(why[language], language)]),
        ];
        return {
            id: told(id, language),
            shortDescription: { text: told(title[language], language) },
            properties: {
                status,
                statusText: words(language).status[status],
                ...(reasons.length === 0 ? {} : { reasons }),
                ...(evidence === undefined ? {} : { evidence }),
                findings,
            },
        };
    }
}

function reference({ id }: ReportFramework, index: number, language: Language): ToolComponentReference {
    return { name: told(id, language), index, guid: guid("framework", id) };
}

function keyOf({ framework, requirement }: Cited): string {
    return JSON.stringify([framework, requirement]);
}
