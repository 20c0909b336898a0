import type { RuleGroup } from "../rule";
import type { RuleSettings } from "../rule-settings";
import { centresOf } from "./centres";
import { java } from "./java";
import { server } from "./server";
import { use } from "./use";

/** The application itself. */
export const openmrsGroups = ({ centres }: RuleSettings): readonly RuleGroup[] => [
    server,
    java,
    use,
    ...centresOf(centres),
];
