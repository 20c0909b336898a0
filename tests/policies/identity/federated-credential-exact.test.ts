import { federatedCredentialExact } from "../../../policies/rules/identity/federated-credential-exact";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const AUDIENCE = "api://AzureADTokenExchange";
const ISSUER = "https://francecentral.oic.prod-aks.azure.com/0/1/";
const SUBJECT = "system:serviceaccount:openmrs:openmrs-gateway";
const credential = (subject: unknown, issuer: unknown = ISSUER, audiences: unknown = [AUDIENCE]) => ({
    subject,
    issuer,
    audiences,
});
const ACCOUNT = "subject : attendu un compte nommé, sans joker, autre que « default »";
const FROM = "issuer : attendu un émetteur https:// sans joker";
const refused = (subject: string) => violation(credential(subject), `${ACCOUNT}, obtenu « ${subject} »`);
const distrusted = (issuer: string) =>
    violation(credential(SUBJECT, issuer), `${FROM}, obtenu « ${issuer} »`);

describeRule(federatedCredentialExact, {
    type: "azure-native:managedidentity:FederatedIdentityCredential",
    accepts: {
        "a service account": compliant(credential(SUBJECT)),
        "an account whose name begins like the default one": compliant(
            credential("system:serviceaccount:openmrs:default-backend"),
        ),
        "an account of the default namespace": compliant(credential("system:serviceaccount:default:gateway")),
        "a branch of a repository": compliant(
            credential("repo:example/app:ref:refs/heads/main", "https://token.actions.githubusercontent.com"),
        ),
        "a cluster that is not created yet": compliant(credential(SUBJECT, UNKNOWN)),
    },
    rejects: {
        "every account of a namespace": refused("system:serviceaccount:openmrs:*"),
        "one letter of a name": refused("repo:example/ap?:ref:refs/heads/main"),
        "the default account": refused("system:serviceaccount:openmrs:default"),
        "an account without name": refused("system:serviceaccount:openmrs:"),
        "an empty subject": refused(""),
        "an issuer in clear": distrusted("http://issuer.example"),
        "an issuer with a wildcard": distrusted("https://*.oic.prod-aks.azure.com"),
        "an issuer with a wildcard in its path": distrusted("https://issuer.example/*"),
        "an issuer without host": distrusted("https:///tenant"),
        "an issuer that only ends alike": distrusted("x https://issuer.example"),
        "another audience": violation(
            credential(SUBJECT, ISSUER, [AUDIENCE, "api://other"]),
            `audiences[1] : attendu « ${AUDIENCE} », obtenu « api://other »`,
        ),
        "no audience": violation(
            credential(SUBJECT, ISSUER, []),
            "audiences : attendu une liste non vide, obtenu une liste",
        ),
    },
    unset: {
        everything: violation(
            {},
            `${ACCOUNT}, non défini`,
            `${FROM}, non défini`,
            "audiences : attendu une liste non vide, non défini",
        ),
    },
    unknown: {
        "the subject": undecided(credential(UNKNOWN), "subject"),
        "the audience": undecided(credential(SUBJECT, ISSUER, [UNKNOWN]), "audiences[0]"),
    },
    otherType: "azure-native:managedidentity:UserAssignedIdentity",
});
