import { identityOneWorkload } from "../../../policies/rules/identity/identity-one-workload";
import { describeStackRule, type StackMember, UNKNOWN } from "../../support/evaluate";

const identity: StackMember = {
    type: "azure-native:managedidentity:UserAssignedIdentity",
    name: "identity",
    props: { resourceName: "id-gateway" },
};
const unnamed: StackMember = { ...identity, name: "unnamed", props: { resourceName: UNKNOWN } };
const credential = (
    name: string,
    subject: unknown,
    resourceName: unknown = "id-gateway",
    from?: StackMember,
): StackMember => ({
    type: "azure-native:managedidentity:FederatedIdentityCredential",
    name,
    props: { resourceName, subject },
    ...(from === undefined ? {} : { dependencies: { resourceName: [from] } }),
});
const shared = (...names: readonly string[]) =>
    names.map((name) => [name, "subject : attendu une identité à part pour chaque charge"] as const);

describeStackRule(identityOneWorkload, {
    accepts: {
        "an identity each": { members: [credential("a", "one"), credential("b", "two", "id-backup")] },
        "a workload in two clusters": { members: [credential("a", "one"), credential("b", "one")] },
        "identities that are not created yet": {
            members: [
                identity,
                unnamed,
                credential("a", "one", UNKNOWN, identity),
                credential("b", "two", UNKNOWN, unnamed),
            ],
        },
    },
    rejects: {
        "two workloads": {
            members: [credential("a", "one"), credential("b", "two", "ID-Gateway")],
            violations: shared("a", "b"),
        },
        "two workloads, one named and one by its source": {
            members: [identity, credential("a", "one"), credential("b", "two", UNKNOWN, identity)],
            violations: shared("a", "b"),
        },
        "an identity that is no name": {
            members: [credential("a", "one", {})],
            violations: [["a", "resourceName : attendu une valeur simple, obtenu un objet"]],
        },
        "two workloads of an identity that has no name yet": {
            members: [
                unnamed,
                credential("a", "one", UNKNOWN, unnamed),
                credential("b", "two", UNKNOWN, unnamed),
            ],
            violations: shared("a", "b"),
        },
    },
    unset: {
        "the identity": {
            members: [credential("a", "one", null), credential("b", "two", null)],
            violations: ["a", "b"].map((name) => [
                name,
                "resourceName : attendu une valeur non vide, non défini",
            ]),
        },
        "the subject of one": {
            members: [credential("a", "one"), credential("b", null)],
            violations: shared("a", "b"),
        },
    },
    unknown: {
        "the identity": { members: [credential("a", "one", UNKNOWN)], unknowns: ["a/resourceName"] },
        "the subject of one": {
            members: [credential("a", "one"), credential("b", UNKNOWN)],
            unknowns: ["b/subject"],
        },
    },
    otherType: "azure-native:network:VirtualNetwork",
});
