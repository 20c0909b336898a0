import { resourceApiVersionStable } from "../../../policies/rules/governance/resource-api-version-stable";
import { type Case, compliant, describeRule, UNKNOWN, violation } from "../../support/evaluate";

const as = (type: string): Case => ({ ...compliant({}), type });
const preview = (type: string): Case => ({
    ...violation({}, `attendu une version d’API stable, obtenu « ${type} »`),
    type,
});

describeRule(resourceApiVersionStable, {
    type: "azure-native:network:Subnet",
    accepts: {
        "a stable version": as("azure-native:network/v20240101:Subnet"),
        "a stable version in a package of its own": as("azure-native_network_v20240101:network:Subnet"),
        "a type whose name is like a preview": as("azure-native:network:PreviewRule"),
        "a module whose name is like a preview": as("azure-native:previewfeatures:Feature"),
    },
    rejects: {
        "a preview": preview("azure-native:network/v20240101preview:Subnet"),
        "a preview in a package of its own": preview("azure-native_network_v20240101preview:network:Subnet"),
    },
    unset: { "the version, which the provider then chooses,": compliant({}) },
    unknown: { "a property, which says nothing of the version,": compliant({ location: UNKNOWN }) },
    otherType: "kubernetes:core/v1:Service",
});
