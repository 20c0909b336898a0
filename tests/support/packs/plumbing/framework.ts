import { between, exactly, trueOrUnset } from "../../../../policies/expectation";
import { defineFramework } from "../../../../policies/framework";
import { defineRule, defineStackRule, type RuleDescription } from "../../../../policies/rule";

const describing = (id: string): Omit<RuleDescription, "examples"> => ({
    id,
    title: { fr: "titre", en: "title" },
    why: { fr: "raison", en: "reason" },
    remediation: { fr: "remède", en: "remedy" },
    severity: "low",
    url: "https://example.org/",
});

const examples = { compliant: [], violation: [] };

/** Sets a plain value, one in an object that may be missing, and one in each element of a list. */
const remediable = defineRule({
    ...describing("remediable"),
    examples,
    appliesTo: ["example:index:Store"],
    remedies: () => [
        { path: "open", value: false },
        { path: "network.access.allow", value: "none" },
        { path: "shares[*].readOnly", value: true },
    ],
    check(store) {
        store.expect("open", exactly(false));
        store.expect("network.access.allow", exactly("none"));
        store.each("shares", (share) => {
            share.expect("readOnly", exactly(true));
        });
    },
});

const secretive = defineRule({
    ...describing("secretive"),
    examples,
    appliesTo: ["example:index:Vault"],
    check(vault) {
        vault.expectSecret("password");
    },
});

const configurable = defineRule({
    ...describing("configurable"),
    examples,
    appliesTo: ["example:index:Log"],
    config: { days: { type: "integer", minimum: 1, description: "Jours", default: 30 } },
    check(log, _resource, { days }) {
        log.expect("days", between(days, 365));
    },
});

const reading = defineStackRule({
    ...describing("reading"),
    examples,
    appliesTo: ["example:index:Reader"],
    reads: { "example:index:Log": ["days"] },
    check(reader, logs) {
        for (const log of logs) {
            log.properties.expect("kept", trueOrUnset);
        }
        reader.properties.expect("local", trueOrUnset);
        reader.properties.expectSecret("token");
    },
});

/** A framework of few rules, each of which shows one thing that a pack can do. */
export const plumbing = defineFramework({
    id: "hds",
    pack: true,
    title: { fr: "Essais", en: "Trials" },
    version: "1",
    url: "https://example.org/",
    requirements: [
        {
            id: "1",
            title: { fr: "titre", en: "title" },
            status: "automated",
            chain: [{ sources: [], rules: [remediable, secretive, configurable, reading] }],
        },
    ],
});
