import { publicAddressStandard } from "../../../policies/rules/network/public-address-standard";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const address = (name: unknown, publicIPAllocationMethod: unknown) => ({
    sku: { name },
    publicIPAllocationMethod,
});
const SKUS = "« Standard » ou « StandardV2 »";
describeRule(publicAddressStandard, {
    type: "azure-native:network:PublicIPAddress",
    accepts: {
        "a standard one": compliant(address("standard", "Static")),
        "one of the second version": compliant(address("StandardV2", "static")),
    },
    rejects: {
        "a basic one": violation(address("Basic", "Static"), `sku.name : attendu ${SKUS}, obtenu « Basic »`),
        "a dynamic one": violation(
            address("Standard", "Dynamic"),
            "publicIPAllocationMethod : attendu « Static », obtenu « Dynamic »",
        ),
    },
    unset: {
        both: violation(
            {},
            `sku.name : attendu ${SKUS}, non défini`,
            "publicIPAllocationMethod : attendu « Static », non défini",
        ),
    },
    unknown: { "the kind": undecided(address(UNKNOWN, "Static"), "sku.name") },
    otherType: "azure-native:network:Subnet",
});
