import type { AlertCase } from "../case";
import { accessCases } from "./access";
import { auditCases } from "./audit";
import { redactionCases } from "./redaction";
import { secretCases } from "./secrets";

export const securityCases: readonly AlertCase[] = [
    ...auditCases,
    ...redactionCases,
    ...accessCases,
    ...secretCases,
];
