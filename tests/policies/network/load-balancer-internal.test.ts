import { loadBalancerInternal } from "../../../policies/rules/network/load-balancer-internal";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const balancer = (...frontendIPConfigurations: readonly object[]) => ({
    sku: { name: "Standard" },
    frontendIPConfigurations,
});
describeRule(loadBalancerInternal, {
    type: "azure-native:network:LoadBalancer",
    accepts: {
        "an internal one": compliant(balancer({ subnet: { id: "apps" } })),
        "a gateway of appliances": compliant({ sku: { name: "gateway" } }),
    },
    rejects: {
        "a public address": violation(
            balancer({ subnet: {} }, { publicIPAddress: { id: "pip" } }),
            "frontendIPConfigurations[1].publicIPAddress : attendu une adresse privée",
        ),
        "a public address that is not created yet": violation(
            balancer({ publicIPAddress: UNKNOWN }),
            "frontendIPConfigurations[0].publicIPAddress : attendu une adresse privée",
        ),
        "a public range": violation(
            balancer({ publicIPPrefix: { id: "ippre" } }),
            "frontendIPConfigurations[0].publicIPPrefix : attendu une adresse privée",
        ),
        "a basic one": violation(
            { sku: { name: "Basic" } },
            "sku.name : attendu « Standard » ou « Gateway », obtenu « Basic »",
        ),
    },
    unset: { "the kind": violation({}, "sku.name : attendu « Standard » ou « Gateway », non défini") },
    unknown: {
        "a frontend beside an internal one": undecided(
            { sku: { name: "Standard" }, frontendIPConfigurations: [UNKNOWN, { subnet: { id: "apps" } }] },
            "frontendIPConfigurations[0]",
        ),
        frontends: undecided(
            { sku: { name: "Standard" }, frontendIPConfigurations: UNKNOWN },
            "frontendIPConfigurations",
        ),
        "a frontend": undecided(
            { sku: { name: "Standard" }, frontendIPConfigurations: [UNKNOWN] },
            "frontendIPConfigurations[0]",
        ),
    },
    otherType: "azure-native:network:Subnet",
});
