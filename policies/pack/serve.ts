import "./load-on-demand";

import { PolicyPack } from "@pulumi/policy";

import type { Framework } from "../framework";
import { deserialiseOnce } from "./deserialise-once";
import { noteRequests } from "./dispatch";
import { policiesOf } from "./policies";

/** Starts the pack of a framework: serves its rules to the engine that launched this process. */
export function servePack(framework: Framework): void {
    deserialiseOnce();
    noteRequests();
    new PolicyPack(framework.id, {
        displayName: framework.title.fr,
        enforcementLevel: "mandatory",
        policies: policiesOf(framework),
    });
}
