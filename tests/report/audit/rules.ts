import { defineFramework } from "../../../policies/framework";
import { exactly } from "../../../policies/expectation";
import { defineRule, defineStackRule } from "../../../policies/rule";

const texts = (id: string) => ({
    id,
    title: { fr: `Titre ${id}`, en: `Title ${id}` },
    why: { fr: `Risque ${id}`, en: `Risk ${id}` },
    remediation: { fr: `Corriger ${id}`, en: `Mend ${id}` },
    severity: "high" as const,
    url: `https://example.org/${id}`,
    examples: { compliant: [], violation: [] },
});

export const storePrivate = defineRule({
    ...texts("store-private"),
    appliesTo: ["test:index:Store"],
    check: (properties) => {
        properties.expect("access", exactly("private"));
    },
});

export const storeSecret = defineRule({
    ...texts("store-secret"),
    appliesTo: ["test:index:Store"],
    check: (properties) => {
        properties.expectSecret("password");
    },
});

export const storeKept = defineRule<{ days: number }>({
    ...texts("store-kept"),
    appliesTo: (type) => type === "test:index:Store",
    config: { days: { type: "integer", description: "Jours", default: 30 } },
    check: (properties, _resource, { days }) => {
        properties.given("days", (given) => {
            if (typeof given === "number" && given < days) {
                properties.violation("days", `attendu au moins ${days.toString()}`);
            }
        });
    },
});

/** Each store needs a lock that names it, wherever the lock stands in the state. */
export const storeLocked = defineStackRule<ReadonlySet<unknown>>({
    ...texts("store-locked"),
    appliesTo: ["test:index:Store"],
    reads: { "test:index:Lock": ["store"] },
    survey: (context) =>
        new Set(
            context.map(({ properties }) => {
                const reading = properties.read("store");
                return reading.state === "known" ? reading.value : undefined;
            }),
        ),
    check: (store, locked) => {
        if (store.properties.read("access").state === "unknown") {
            store.properties.expect("access", exactly("private"));
        } else if (!locked.has(store.name)) {
            store.properties.violation("", "attendu un verrou");
        }
    },
});

export const hds = defineFramework({
    id: "hds",
    title: { fr: "Référentiel hds", en: "Framework hds" },
    version: "2.0",
    url: "https://example.org/hds",
    pack: true,
    requirements: [
        {
            id: "EXI 1",
            title: { fr: "Exigence", en: "Requirement" },
            status: "automated",
            chain: [{ sources: [], rules: [storePrivate, storeLocked] }],
        },
    ],
});
