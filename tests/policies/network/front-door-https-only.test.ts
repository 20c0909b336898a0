import { frontDoorHttpsOnly } from "../../../policies/rules/network/front-door-https-only";
import { compliant, describeRule, type Case, undecided, UNKNOWN, violation } from "../../support/evaluate";

const route = (changes: object) => ({ forwardingProtocol: "HttpsOnly", ...changes });
const MESSAGE = "supportedProtocols : attendu « Https » seulement, ou httpsRedirect à « Enabled »";
const endpoint = (sample: Case): Case => ({ ...sample, type: "azure-native:cdn:Endpoint" });
describeRule(frontDoorHttpsOnly, {
    type: "azure-native:cdn:Route",
    accepts: {
        "HTTPS alone": compliant(route({ supportedProtocols: ["https"], forwardingProtocol: "httpsonly" })),
        "HTTP that is redirected": compliant(
            route({ supportedProtocols: ["Http", "Https"], httpsRedirect: "enabled" }),
        ),
        "an endpoint without HTTP": endpoint(compliant({ isHttpAllowed: false })),
    },
    rejects: {
        "HTTP besides": violation(
            route({ supportedProtocols: ["Https", "Http"], httpsRedirect: "Disabled" }),
            MESSAGE,
        ),
        "HTTP to the origin": violation(
            route({ supportedProtocols: ["Https"], forwardingProtocol: "HttpOnly" }),
            "forwardingProtocol : attendu « HttpsOnly », obtenu « HttpOnly »",
        ),
        "an endpoint with HTTP": endpoint(
            violation({ isHttpAllowed: true }, "isHttpAllowed : attendu false, obtenu true"),
        ),
    },
    unset: {
        everything: violation({}, "forwardingProtocol : attendu « HttpsOnly », non défini", MESSAGE),
        "HTTP on an endpoint, which is then served,": endpoint(
            violation({}, "isHttpAllowed : attendu false, non défini"),
        ),
    },
    unknown: {
        "a protocol": undecided(route({ supportedProtocols: [UNKNOWN] }), "supportedProtocols[0]"),
        "the redirection": undecided(
            route({ supportedProtocols: ["Http"], httpsRedirect: UNKNOWN }),
            "httpsRedirect",
        ),
    },
    otherType: "azure-native:cdn:Profile",
});
