import type { CacheRuleArgs } from "@pulumi/azure-native/containerregistry/cacheRule";

import { oneOf, such } from "../../expectation";
import { defineRule } from "../../rule";

export const containerRegistryCacheSourceKnown = defineRule({
    id: "container-registry-cache-source-known",
    title: {
        fr: "Le registre ne relaie que des sources connues",
        en: "The registry relays known sources only",
    },
    why: {
        fr: "Un hôte au nom ressemblant, ou un registre entier relayé, fait entrer des images que nul n’a choisies.",
        en: "A host of a similar name, or a whole registry relayed, lets in images that nobody chose.",
    },
    remediation: {
        fr: "Nommer dans sourceRepository un dépôt précis d’un registre admis.",
        en: "Name in sourceRepository one repository of an admitted registry.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/container-registry/artifact-cache-overview",
    appliesTo: ["azure-native:containerregistry:CacheRule", "azure-native:containerregistry:CredentialSet"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerregistry:CacheRule",
                properties: {
                    sourceRepository: "docker.io/library/mariadb",
                    targetRepository: "library/mariadb",
                } satisfies Partial<CacheRuleArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerregistry:CacheRule",
                properties: {
                    sourceRepository: "docker.io/*",
                    targetRepository: "*",
                } satisfies Partial<CacheRuleArgs>,
            },
        ],
    },
    config: {
        upstreams: {
            type: "array",
            items: { type: "string" },
            description: "Registres dont le registre peut relayer des dépôts, par leur nom d’hôte.",
            default: ["docker.io", "ghcr.io", "mcr.microsoft.com", "quay.io", "registry.k8s.io"],
        },
    },
    check(properties, { type }, { upstreams }) {
        if (type === "azure-native:containerregistry:CredentialSet") {
            properties.expect("loginServer", oneOf(upstreams));
            return;
        }
        const source = such(
            `un dépôt sans joker de ${oneOf(upstreams).text}`,
            (value) => typeof value === "string" && isRepositoryOf(value, upstreams),
        );
        properties.expect("sourceRepository", source);
    },
});

/** Whether a text is a host, one of these, and a repository there. */
function isRepositoryOf(source: string, hosts: readonly string[]): boolean {
    const [host, ...repository] = source.split("/");
    return (
        oneOf(hosts).accepts(host) &&
        repository.length > 0 &&
        repository.every((part) => /^[^*]+$/.test(part))
    );
}
