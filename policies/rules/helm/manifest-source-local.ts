import type { ConfigFileArgs } from "@pulumi/kubernetes/yaml/v2";

import { isScalar } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

/** An address, or what Kustomize takes for one: host/owner/repository and user@host. */
const REMOTE =
    /^[a-z][a-z0-9+.-]*::?\/\/|^[a-z]+::|^[\w.-]+@[\w.-]+:|^(www\.)?(github|gitlab|bitbucket)\.(com|org)\//i;

export const manifestSourceLocal = defineRule({
    id: "manifest-source-local",
    title: {
        fr: "Aucun manifeste n’est lu sur Internet au déploiement",
        en: "No manifest is read from the Internet at deployment",
    },
    why: {
        fr: "Un manifeste distant change sans relecture : qui tient son adresse décide de ce que le cluster exécute.",
        en: "A remote manifest changes without review: whoever holds its address decides on what the cluster runs.",
    },
    remediation: {
        fr: "Copier le manifeste dans le projet, ou déclarer ses objets en TypeScript.",
        en: "Copy the manifest into the project, or declare its objects in TypeScript.",
    },
    severity: "high",
    url: "https://www.pulumi.com/registry/packages/kubernetes/api-docs/yaml/v2/configfile/",
    appliesTo: [
        "kubernetes:kustomize:Directory",
        "kubernetes:yaml:ConfigFile",
        "kubernetes:yaml:ConfigGroup",
    ],
    examples: {
        compliant: [
            {
                type: "kubernetes:yaml/v2:ConfigFile",
                properties: { file: "./manifests/web.yaml" } satisfies ConfigFileArgs,
            },
        ],
        violation: [
            {
                type: "kubernetes:yaml/v2:ConfigFile",
                properties: { file: "https://manifests.example/web.yaml" } satisfies ConfigFileArgs,
            },
        ],
    },
    check(source) {
        checkLocal(source, "file");
        checkLocal(source, "directory");
        // A list, or a single one.
        const files = source.read("files");
        if (files.state === "known" && isScalar(files.value)) {
            checkLocal(source, "files");
        } else {
            source.each("files", (file) => {
                checkLocal(file, "");
            });
        }
    },
});

/** An address may hold a password or a key: it is not quoted. */
function checkLocal(place: Inspection, path: string): void {
    place.given(path, (source) => {
        if (REMOTE.test(String(source))) {
            place.violation(path, "attendu un fichier du projet, obtenu une adresse distante");
        }
    });
}
