import { defineRule } from "../../rule";

/** Packages whose resources the rules know how to read. */
const READ_PACKAGES: readonly string[] = ["azure-native", "kubernetes", "random"];

/** Stacks, providers and components: they hold no setting of their own. */
const EMPTY_PACKAGES: readonly string[] = ["audioprothese", "pulumi"];

/** Types that carry other resources, or pieces of them, in a form that no rule reads. */
const OPAQUE_TYPES: readonly RegExp[] = [
    /^azure-native:resources:(Resource|Deployment\w*|TemplateSpec\w*|\w*Script)$/,
    /^kubernetes:helm\.sh:Release$/,
    /^kubernetes:(apps|batch|core|networking\.k8s\.io|rbac\.authorization\.k8s\.io):\w+(Patch|List)$/,
];

export const resourceCovered = defineRule({
    id: "resource-covered",
    title: {
        fr: "Toute ressource est d’un type que les règles savent lire",
        en: "Every resource is of a type that the rules can read",
    },
    why: {
        fr: "Une ressource opaque (modèle ARM, Release Helm, correctif) échapperait à toutes les autres règles.",
        en: "An opaque resource (ARM template, Helm Release, patch) would escape every other rule.",
    },
    remediation: {
        fr: "Déclarer les ressources une à une, avec leurs types azure-native ou kubernetes.",
        en: "Declare the resources one by one, with their azure-native or kubernetes types.",
    },
    severity: "high",
    url: "https://www.pulumi.com/docs/insights/policy/",
    typeOnly: true,
    appliesTo: () => true,
    check(resource, { type }) {
        const packageName = type.slice(0, type.indexOf(":"));
        if (EMPTY_PACKAGES.includes(packageName)) {
            resource.dismiss();
        } else if (!READ_PACKAGES.includes(packageName)) {
            resource.violation("", `attendu un type que les règles savent lire, obtenu « ${type} »`);
        } else if (OPAQUE_TYPES.some((opaque) => opaque.test(type))) {
            resource.violation(
                "",
                `attendu des ressources déclarées une à une, obtenu « ${type} », que les règles ne lisent pas`,
            );
        }
    },
});
