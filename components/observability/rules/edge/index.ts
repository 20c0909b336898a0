import type { RuleGroup } from "../rule";
import { gateways } from "./gateways";
import { paths } from "./paths";

/** The ways in. */
export const edgeGroups: readonly RuleGroup[] = [paths, gateways];
