import "../../light-sdk";

import { PolicyPack } from "@pulumi/policy";

import { dayOf } from "../exemptions/calendar";
import { REGISTER_FILE, readRegisterFile } from "../exemptions/file";
import { Register } from "../exemptions/register";
import { type Framework, rulesOf } from "../framework";
import { deserialiseOnce } from "./deserialise-once";
import { noteRequests } from "./dispatch";
import { Exemptions } from "./exemptions";
import { policiesOf } from "./policies";

/**
 * Starts the pack of a framework: serves its rules to the engine that launched this process.
 *
 * @param registerFile the register of exemptions that it heeds.
 */
export function servePack(framework: Framework, registerFile = REGISTER_FILE): void {
    deserialiseOnce();
    noteRequests();
    const rules = new Set(rulesOf(framework).map(({ id }) => id));
    const register = new Register(readRegisterFile(registerFile), rules, dayOf(new Date()));
    new PolicyPack(framework.id, {
        displayName: framework.title.fr,
        enforcementLevel: "mandatory",
        policies: policiesOf(framework, new Exemptions(register)),
    });
}
