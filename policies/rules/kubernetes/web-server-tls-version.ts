import { mismatch } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

const EXPECTED = "ssl_protocols « TLSv1.3 »";

export const webServerTlsVersion = defineRule({
    id: "web-server-tls-version",
    title: {
        fr: "Le serveur web nginx n’accepte que TLS 1.3",
        en: "The nginx web server accepts TLS 1.3 only",
    },
    why: {
        fr: "Les versions antérieures gardent des suites de chiffrement faibles ; les navigateurs visés savent tous TLS 1.3.",
        en: "Earlier versions keep weak cipher suites; the browsers in use all know TLS 1.3.",
    },
    remediation: {
        fr: "Écrire « ssl_protocols TLSv1.3; » dans la configuration de nginx.",
        en: 'Write "ssl_protocols TLSv1.3;" in the configuration of nginx.',
    },
    severity: "high",
    url: "https://nginx.org/en/docs/http/ngx_http_ssl_module.html#ssl_protocols",
    appliesTo: ["kubernetes:core:ConfigMap"],
    check(configMap) {
        const servers: string[] = [];
        configMap.entries("data", (file, entry) => {
            entry.given("", (content) => {
                if (typeof content === "string" && checkFile(entry, content)) {
                    servers.push(file);
                }
            });
        });
        if (servers.length === 0) {
            configMap.dismiss();
        }
    },
});

/** Checks the TLS versions of an nginx configuration file; false when the file serves no TLS. */
function checkFile(entry: Inspection, file: string): boolean {
    const directives = file.replace(/(^|\s)#.*$/gm, "");
    const protocols = [...directives.matchAll(/^\s*ssl_protocols\s+([^;]+);/gm)].map(
        ([, versions = ""]) => versions,
    );
    for (const versions of protocols) {
        if (versions.trim() !== "TLSv1.3") {
            entry.violation("", mismatch(EXPECTED, versions.trim()));
        }
    }
    const listens = /^\s*listen\s[^;]*\b(ssl|quic)\b[^;]*;/m.test(directives);
    if (listens && protocols.length === 0) {
        entry.violation("", mismatch(EXPECTED, undefined));
    }
    return listens || protocols.length > 0;
}
