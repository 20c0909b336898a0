import { webAppCorsNarrow } from "../../../policies/rules/web/web-app-cors-narrow";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const cors = (...allowedOrigins: readonly unknown[]) => ({ siteConfig: { cors: { allowedOrigins } } });
const PATH = "siteConfig.cors.allowedOrigins[0]";
const EXPECTED = "attendu une origine en HTTPS, nommée";
describeRule(webAppCorsNarrow, {
    type: "azure-native:web:WebApp",
    accepts: {
        "an origin by name": compliant(cors("HTTPS://app.example:8443")),
        "a slot likewise": { ...compliant(cors("https://app.example")), type: "azure-native:web:WebAppSlot" },
    },
    rejects: {
        "any origin": violation(cors("*"), `${PATH} : ${EXPECTED}, obtenu « * »`),
        "any HTTPS origin": violation(cors("https://*"), `${PATH} : ${EXPECTED}, obtenu « https://* »`),
        "plain HTTP": violation(
            cors("http://app.example"),
            `${PATH} : ${EXPECTED}, obtenu « http://app.example »`,
        ),
        "an origin after something": violation(
            cors("xhttps://app.example"),
            `${PATH} : ${EXPECTED}, obtenu « xhttps://app.example »`,
        ),
        "a path": violation(
            cors("https://app.example/page"),
            `${PATH} : ${EXPECTED}, obtenu « https://app.example/page »`,
        ),
        "a number": violation(cors(1), `${PATH} : ${EXPECTED}, obtenu 1`),
    },
    unset: { "the origins": compliant({}) },
    unknown: { "an origin": undecided(cors(UNKNOWN), PATH) },
    otherType: "azure-native:web:AppServicePlan",
});
