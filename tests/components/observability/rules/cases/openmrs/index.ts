import type { AlertCase } from "../case";
import { centreCases } from "./centres";
import { javaCases } from "./java";
import { serverCases } from "./server";
import { useCases } from "./use";

export const openmrsCases: readonly AlertCase[] = [...serverCases, ...javaCases, ...useCases, ...centreCases];
