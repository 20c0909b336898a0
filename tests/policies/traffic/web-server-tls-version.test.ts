import { webServerTlsVersion } from "../../../policies/rules/traffic/web-server-tls-version";
import {
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const PATH = 'data["nginx.conf"]';

const file = (content: unknown) => ({ data: { "nginx.conf": content } });

describeRule(webServerTlsVersion, {
    type: "kubernetes:core/v1:ConfigMap",
    accepts: {
        "TLS 1.3 only": compliant(file("server {\n  listen 8443 ssl;\n  ssl_protocols TLSv1.3;\n}\n")),
        "a file of TLS settings on its own": compliant(file("ssl_protocols TLSv1.3;\n")),
        "an old version that is only a comment": compliant(
            file("listen 8443 ssl;\nssl_protocols TLSv1.3;\n# ssl_protocols TLSv1.2;\n"),
        ),
        "versions said once for several servers": compliant(
            file("http { server { listen 443 ssl; } server { listen 8443 ssl; } ssl_protocols TLSv1.3; }"),
        ),
        "braces and semicolons inside strings and variables": compliant(
            file(
                "server { listen ${PORT} ssl; add_header X \"a; b }\"; set $x '{'; ssl_protocols TLSv1.3; }",
            ),
        ),
        "a server without TLS, behind one that has it": notApplicable(file("server {\n  listen 8080;\n}\n")),
    },
    rejects: {
        "old versions in a server on one line": violation(
            file("server { listen 443 ssl; ssl_protocols TLSv1 TLSv1.1; }"),
            `${PATH} : attendu ssl_protocols « TLSv1.3 », obtenu « TLSv1 TLSv1.1 »`,
        ),
        "old versions in an encoded file": violation(
            { binaryData: { "nginx.conf": Buffer.from("ssl_protocols TLSv1.2;").toString("base64") } },
            `binaryData["nginx.conf"] : attendu ssl_protocols « TLSv1.3 », obtenu « TLSv1.2 »`,
        ),
        "TLS 1.2 beside TLS 1.3": violation(
            file("listen 8443 ssl;\nssl_protocols TLSv1.2 TLSv1.3;\n"),
            `${PATH} : attendu ssl_protocols « TLSv1.3 », obtenu « TLSv1.2 TLSv1.3 »`,
        ),
    },
    unset: {
        "the versions of the second server": violation(
            file("server {\n listen 443 ssl;\n ssl_protocols TLSv1.3;\n}\nserver {\n listen 8443 ssl;\n}\n"),
            `${PATH} : attendu ssl_protocols « TLSv1.3 », non défini`,
        ),
        "the versions, which then include TLS 1.2,": violation(
            file("listen [::]:8443 ssl default_server;\n"),
            `${PATH} : attendu ssl_protocols « TLSv1.3 », non défini`,
        ),
        "the data": notApplicable({}),
    },
    unknown: { "the file": undecided(file(UNKNOWN), PATH) },
    otherType: "kubernetes:core/v1:Secret",
});
