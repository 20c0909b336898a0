import type { core } from "@pulumi/kubernetes/types/input";

import { mismatch } from "../../expectation";
import type { Inspection } from "../../inspection";
import { eachFile } from "../../kubernetes/config-map";
import { type Block, directives } from "../../kubernetes/nginx";
import { defineRule } from "../../rule";

const EXPECTED = "ssl_protocols « TLSv1.3 »";

export const webServerTlsVersion = defineRule({
    id: "web-server-tls-version",
    title: {
        fr: "Le serveur web nginx n’accepte que TLS 1.3",
        en: "The nginx web server accepts TLS 1.3 only",
    },
    why: {
        fr: "Les versions antérieures gardent des suites de chiffrement faibles ; les navigateurs visés prennent tous en charge TLS 1.3.",
        en: "Earlier versions keep weak cipher suites; the browsers in use all know TLS 1.3.",
    },
    remediation: {
        fr: "Écrire « ssl_protocols TLSv1.3; » dans la configuration de nginx.",
        en: 'Write "ssl_protocols TLSv1.3;" in the configuration of nginx.',
    },
    severity: "high",
    url: "https://nginx.org/en/docs/http/ngx_http_ssl_module.html#ssl_protocols",
    appliesTo: ["kubernetes:core:ConfigMap"],
    examples: {
        compliant: [
            {
                type: "kubernetes:core/v1:ConfigMap",
                properties: {
                    data: { "tls.conf": "server { listen 443 ssl; ssl_protocols TLSv1.3; }" },
                } satisfies core.v1.ConfigMap,
            },
        ],
        violation: [
            {
                type: "kubernetes:core/v1:ConfigMap",
                properties: {
                    data: { "tls.conf": "server { listen 443 ssl; ssl_protocols TLSv1 TLSv1.3; }" },
                } satisfies core.v1.ConfigMap,
            },
        ],
    },
    check(configMap) {
        const served: boolean[] = [];
        eachFile(configMap, (content, _, entry) => {
            served.push(checkFile(entry, content));
        });
        if (!served.includes(true)) {
            configMap.dismiss();
        }
    },
});

/** Checks the TLS versions of an nginx configuration file; false when the file serves no TLS. */
function checkFile(entry: Inspection, file: string): boolean {
    const all = directives(file);
    const protocols = all.filter(({ name }) => name === "ssl_protocols");
    for (const { parameters } of protocols) {
        if (parameters !== "TLSv1.3") {
            entry.violation("", mismatch(EXPECTED, parameters));
        }
    }
    const listens = all.filter(
        ({ name, parameters }) => name === "listen" && /\b(ssl|quic)\b/.test(parameters),
    );
    // Versions are said for the block itself or for one around it.
    const covered = new Set(protocols.map(({ block }) => block));
    if (!listens.every(({ block }) => isWithin(block, covered))) {
        entry.violation("", mismatch(EXPECTED, undefined));
    }
    return [...listens, ...protocols].length > 0;
}

/** Whether a block is one of these or lies in one; those on the way to it are then added, and walked only once. */
function isWithin(block: Block, covered: Set<Block>): boolean {
    const way: Block[] = [];
    let around: Block | undefined = block;
    while (around !== undefined && !covered.has(around)) {
        way.push(around);
        around = around.parent;
    }
    way.forEach((passed) => covered.add(passed));
    return around !== undefined;
}
