import assert from "node:assert/strict";
import { refusalOf } from "../../../../sandbox/providers/azure-native/refusals";
import { isProperties, type Properties, type Value } from "../../../../sandbox/providers/protocol/values";

/** Values by path, such as `sku.name`; undefined takes the property away. */
type Changes = Readonly<Record<string, Value | undefined>>;

type Resources = Readonly<Record<string, readonly Properties[]>>;

/** What Azure accepts, and the nearest thing that it refuses. */
export interface RefusalCase {
    /** Ends the sentence "Azure refuses ...". */
    readonly what: string;
    readonly type: string;
    readonly accepted: Properties;
    /** What to change in the accepted inputs. */
    readonly refused: Changes;
    /** Name of the resource: the accepted one, and the refused one where that differs. */
    readonly names?: readonly [string, string?];
    /** What the accepted inputs were before; without it the resource is a new one. */
    readonly before?: Changes;
    /** Other resources, by token; and those of the refused one, where they are what makes the difference. */
    readonly neighbours?: Resources;
    readonly refusedNeighbours?: Resources;
    readonly code: string;
    readonly message: RegExp;
}

export const ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Sample/samples/sample";

export function testRefusals(cases: readonly RefusalCase[]): void {
    for (const { what, type, accepted, refused, names = [], before, code, message, ...rest } of cases) {
        it(`refuses ${what}`, () => {
            const [name = "sample", wrongName = name] = names;
            const { neighbours = {}, refusedNeighbours = neighbours } = rest;
            const attempt = { id: ID, ...(before && { oldInputs: change(accepted, before) }) };
            assert.equal(
                refusalOf(type, {
                    ...attempt,
                    name,
                    inputs: accepted,
                    neighbours: (token) => neighbours[token] ?? [],
                }),
                undefined,
            );
            const refusal = refusalOf(type, {
                ...attempt,
                name: wrongName,
                inputs: change(accepted, refused),
                neighbours: (token) => refusedNeighbours[token] ?? [],
            });
            assert.equal(refusal?.code, code);
            assert.match(refusal.message, message);
        });
    }
}

function change(properties: Properties, changes: Changes): Properties {
    return Object.entries(changes).reduce(
        (changed, [path, value]) => setAt(changed, path.split("."), value),
        properties,
    );
}

function setAt(
    properties: Properties,
    [key = "", ...rest]: readonly string[],
    value: Value | undefined,
): Properties {
    const inner = properties[key];
    return {
        ...properties,
        [key]: rest.length === 0 ? value : setAt(isProperties(inner) ? inner : {}, rest, value),
    };
}

const RG = "/subscriptions/s/resourceGroups/rg";
const SUBNETS = `${RG}/providers/Microsoft.Network/virtualNetworks/vnet/subnets`;
/** A subnet behind the security group. */
export const subnet = (subnetName: string, addressPrefix: string) => ({
    resourceGroupName: "rg",
    virtualNetworkName: "vnet",
    subnetName,
    addressPrefix,
    networkSecurityGroup: { id: `${RG}/providers/Microsoft.Network/networkSecurityGroups/nsg` },
});
/** IP configurations in a subnet. */
export const place = (name: string) => [{ name: "place", subnet: { id: `${SUBNETS}/${name}` } }];
/** A group that lets Azure itself in by these ports, and nothing else. */
export const securityGroup = (ports: string) => ({
    resourceGroupName: "rg",
    networkSecurityGroupName: "nsg",
    securityRules: [
        {
            name: "allow-gateway-manager",
            priority: 100,
            direction: "Inbound",
            access: "Allow",
            sourceAddressPrefix: "GatewayManager",
            destinationPortRange: ports,
        },
        {
            name: "deny-all",
            priority: 4096,
            direction: "Inbound",
            access: "Deny",
            sourceAddressPrefix: "*",
            destinationPortRange: "*",
        },
    ],
});

/** Refusals of one type that accepts one sample. */
export const refusalsOf =
    (type: string, accepted: object, code = "BadRequest") =>
    (what: string, refused: object, message: RegExp) => ({
        what,
        type,
        accepted: { ...accepted },
        refused: { ...refused },
        code,
        message,
    });
