import { containerRegistryCacheSourceKnown } from "../../../policies/rules/registry/container-registry-cache-source-known";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const rule = (sourceRepository: unknown) => ({ sourceRepository });
const set = (sample: Case): Case => ({ ...sample, type: "azure-native:containerregistry:CredentialSet" });
const KNOWN = "« docker.io » ou « ghcr.io » ou « mcr.microsoft.com » ou « quay.io » ou « registry.k8s.io »";
const EXPECTED = `sourceRepository : attendu un dépôt sans joker de ${KNOWN}`;
const refused = (source: string) => violation(rule(source), `${EXPECTED}, obtenu « ${source} »`);

describeRule(containerRegistryCacheSourceKnown, {
    type: "azure-native:containerregistry:CacheRule",
    accepts: {
        "a repository of a known registry": compliant(rule("docker.io/library/mariadb")),
        "a host in capitals": compliant(rule("Quay.io/prometheus")),
        "a registry that users admit": {
            ...compliant(rule("registry.example/app")),
            config: { upstreams: ["registry.example"] },
        },
        "credentials for a known registry": set(compliant({ loginServer: "docker.io" })),
    },
    rejects: {
        "another registry": refused("registry.example/app"),
        "a look-alike host": refused("docker.io.example/library/mariadb"),
        "a host that only ends alike": refused("evil-docker.io/library/mariadb"),
        "a whole registry": refused("docker.io/*"),
        "a whole family": refused("docker.io/library/*"),
        "every repository of a name": refused("docker.io/*/mariadb"),
        "no repository": refused("docker.io/"),
        "a repository of empty parts": refused("docker.io//"),
        "a host alone": refused("docker.io"),
        "a registry that users do not admit": {
            ...violation(
                rule("quay.io/a"),
                "sourceRepository : attendu un dépôt sans joker de « docker.io », obtenu « quay.io/a »",
            ),
            config: { upstreams: ["docker.io"] },
        },
        "credentials for another registry": set(
            violation(
                { loginServer: "registry.example" },
                `loginServer : attendu ${KNOWN}, obtenu « registry.example »`,
            ),
        ),
    },
    unset: {
        "the source": violation({}, `${EXPECTED}, non défini`),
        "the registry of credentials": set(violation({}, `loginServer : attendu ${KNOWN}, non défini`)),
    },
    unknown: {
        "the source": undecided(rule(UNKNOWN), "sourceRepository"),
        "the registry of credentials": set(undecided({ loginServer: UNKNOWN }, "loginServer")),
    },
    otherType: "azure-native:containerregistry:Replication",
});
