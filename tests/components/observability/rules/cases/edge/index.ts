import type { AlertCase } from "../case";
import { gatewayCases } from "./gateways";
import { pathCases } from "./paths";

export const edgeCases: readonly AlertCase[] = [...pathCases, ...gatewayCases];
