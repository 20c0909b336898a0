import { manifestSourceLocal } from "../../../policies/rules/helm/manifest-source-local";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const FILE = "kubernetes:yaml/v2:ConfigFile";

describeRule(manifestSourceLocal, {
    type: "kubernetes:yaml/v2:ConfigGroup",
    accepts: {
        "files of the project": compliant({ files: ["./manifests/*.yaml", "manifests/github.com/web.yaml"] }),
        "a single file": compliant({ files: "manifests/web.yaml" }),
        "a directory": { ...compliant({ directory: "../web" }), type: "kubernetes:kustomize/v2:Directory" },
        "a path with a letter of a drive": { ...compliant({ file: "C:/web.yaml" }), type: FILE },
    },
    rejects: {
        ...Object.fromEntries(
            [
                "https://manifests.example/web.yaml",
                "HTTP://manifests.example/web.yaml",
                "git::ssh://git.example/web",
                "git@git.example:web",
                "github.com/owner/web//deploy",
                "www.gitlab.com/owner/web",
                "bitbucket.org/owner/web",
            ].map((address) => [
                address,
                {
                    ...violation(
                        { directory: address },
                        `directory : attendu un fichier du projet, obtenu une adresse distante`,
                    ),
                    type: "kubernetes:kustomize:Directory",
                },
            ]),
        ),
        "one remote file among others": violation(
            { files: ["./web.yaml", "https://manifests.example/web.yaml"] },
            "files[1] : attendu un fichier du projet, obtenu une adresse distante",
        ),
        "a single remote file": violation(
            { files: "https://manifests.example/web.yaml" },
            "files : attendu un fichier du projet, obtenu une adresse distante",
        ),
        "a remote file by itself": {
            ...violation(
                { file: "https://manifests.example/web.yaml" },
                "file : attendu un fichier du projet, obtenu une adresse distante",
            ),
            type: FILE,
        },
    },
    unset: { "every file": compliant({ yaml: "kind: Pod" }) },
    unknown: { "a file": undecided({ files: [UNKNOWN] }, "files[0]") },
    otherType: "kubernetes:core/v1:Service",
});
