import type { Properties } from "../../protocol/values";
import { isAddress, overlap } from "./ranges";
import { duplicate, itemsAt, numberAt, same, segment, textAt, textsAt } from "./read";
import { refuseAny, refuseIf, type Neighbours, type Refusal, type Rule, type Rules } from "./refusal";

const GROUP = "azure-native:network:NetworkSecurityGroup";

const rulesOf = (group: Properties) => itemsAt(group, "securityRules");

/** What a rule says of one side, singular and plural together. */
const both = (rule: Properties, property: string, plural: string) => {
    const single = textAt(rule, property);
    return [...(single === undefined ? [] : [single]), ...textsAt(rule, plural)];
};
const ports = (rule: Properties, side: "source" | "destination") =>
    both(rule, `${side}PortRange`, `${side}PortRanges`);
const addresses = (rule: Properties, side: "source" | "destination") =>
    both(rule, `${side}AddressPrefix`, `${side}AddressPrefixes`);

const SIDES = ["source", "destination"] as const;

const ruleNames: Rule = ({ id, inputs }) => {
    const twice = duplicate(rulesOf(inputs).map((rule) => textAt(rule, "name") ?? ""));
    return refuseIf(
        twice !== undefined,
        "DuplicateResourceName",
        `Resource ${id}/securityRules/ has two child resources with the same name (${twice ?? ""}).`,
    );
};

const priorities: Rule = ({ inputs }) =>
    refuseAny(rulesOf(inputs), (rule) => {
        const priority = numberAt(rule, "priority") ?? 0;
        return refuseIf(
            priority < 100 || priority > 4096,
            "SecurityRuleInvalidPriority",
            `Security rule has invalid Priority. Value provided: ${priority.toString()} Allowed range 100-4096.`,
        );
    });

/** hashicorp/terraform-provider-azurerm#11137. */
const conflicts: Rule = ({ inputs }) => {
    const rules = rulesOf(inputs);
    return refuseAny(rules, (rule) => {
        const other = rules.find(
            (earlier) =>
                earlier !== rule &&
                numberAt(earlier, "priority") === numberAt(rule, "priority") &&
                textAt(earlier, "direction") === textAt(rule, "direction"),
        );
        return refuseIf(
            other !== undefined,
            "SecurityRuleConflict",
            `Security rule ${textAt(rule, "name") ?? ""} conflicts with rule ${textAt(other ?? {}, "name") ?? ""}. ` +
                "Rules cannot have the same Priority and Direction. To learn more, see aka.ms/nsgrules.",
        );
    });
};

const portRange = (value: string): readonly [number, number] | undefined => {
    const [, first = "", last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(value) ?? [];
    const range = [Number(first), Number(last)] as const;
    return first !== "" && range[0] <= range[1] && range[1] <= 65_535 ? range : undefined;
};

const portRanges: Rule = ({ inputs }) =>
    refuseAny(
        rulesOf(inputs).flatMap((rule) => SIDES.flatMap((side) => ports(rule, side))),
        (value) =>
            refuseIf(
                value !== "*" && portRange(value) === undefined,
                "SecurityRuleInvalidPortRange",
                `Security rule has invalid Port range. Value provided: ${value}. Value should be an integer OR ` +
                    "integer range with '-' delimiter. Valid range 0-65535.",
            ),
    );

/** Service tags, such as Internet or Storage.FranceCentral, look like names. */
const isTag = (value: string) => /^[A-Z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/.test(value);

const prefixes: Rule = ({ inputs }) =>
    refuseAny(
        rulesOf(inputs).flatMap((rule) => SIDES.flatMap((side) => addresses(rule, side))),
        (value) =>
            refuseIf(
                value !== "*" && !isTag(value) && !isAddress(value),
                "SecurityRuleInvalidAddressPrefix",
                `Security rule has invalid Address prefix. Value provided: ${value}.`,
            ),
    );

/** Lists are of addresses and ports alone: tags and asterisks stand by themselves. */
const lists: Rule = ({ id, inputs }) => {
    const unsupported = (rule: Properties, list: string, odd: (value: string) => boolean) => {
        const value = textsAt(rule, list).find(odd);
        return refuseIf(
            value !== undefined,
            "SecurityRuleParameterContainsUnsupportedValue",
            `Security rule parameter ${list} for rule with Id ${id}/securityRules/${textAt(rule, "name") ?? ""} ` +
                `contains an unsupported value: ${value ?? ""}.`,
        );
    };
    return refuseAny(rulesOf(inputs), (rule) =>
        refuseAny(
            SIDES,
            (side) =>
                unsupported(rule, `${side}AddressPrefixes`, (value) => !isAddress(value)) ??
                unsupported(rule, `${side}PortRanges`, (value) => value === "*"),
        ),
    );
};

/** kubernetes-sigs/cloud-provider-azure#6775, alan-turing-institute/data-safe-haven#2077. */
const overlaps: Rule = ({ inputs }) =>
    refuseAny(rulesOf(inputs), (rule) =>
        refuseAny(SIDES, (side) => {
            const list = `${side}AddressPrefixes`;
            const [one = "", other = ""] =
                pairsOf(textsAt(rule, list)).find(([one, other]) => overlap(one, other)) ?? [];
            return refuseIf(
                one !== "",
                "OverlappingSubnetsNotPermittedInSecurityRule",
                `Security rule parameter ${list} for rule with Id ${textAt(rule, "name") ?? ""} cannot have overlapping ` +
                    `subnets. Overlapping subnets: ${one}, ${other}.`,
            );
        }),
    );

const pairsOf = <T>(items: readonly T[]) =>
    items.flatMap((one, index) => items.slice(index + 1).map((other) => [one, other] as const));

export const securityGroupRules: Rules = {
    [GROUP]: [ruleNames, priorities, conflicts, portRanges, prefixes, lists, overlaps],
};

/** Traffic that a service of Azure needs in its subnet. */
export interface Traffic {
    readonly direction: "Inbound" | "Outbound";
    /** Service tag of the other side, and the tags that include it. */
    readonly tags: readonly string[];
    readonly ports: readonly [number, number];
}

/** Refuses when a subnet has a security group, seen by this run, that does not let the traffic through. */
export function refuseBlocked(
    subnet: Properties | undefined,
    needed: readonly Traffic[],
    neighbours: Neighbours,
    refusal: (groupId: string, traffic: Traffic) => Refusal,
): Refusal | undefined {
    const id = textAt(subnet ?? {}, "networkSecurityGroup.id");
    const group = neighbours(GROUP).find(
        (other) =>
            same(textAt(other, "networkSecurityGroupName"), segment(id, "networkSecurityGroups")) &&
            same(textAt(other, "resourceGroupName"), segment(id, "resourceGroups")),
    );
    if (id === undefined || group === undefined) {
        return undefined;
    }
    return refuseAny(needed, (traffic) =>
        passes(rulesOf(group), traffic) ? undefined : refusal(id, traffic),
    );
}

/** The first rule that speaks of it decides; behind all others, Azure's own let out to the Internet and nothing of it in. */
function passes(rules: readonly Properties[], { direction, tags, ports: [first, last] }: Traffic): boolean {
    const decisive = rules
        .filter((rule) => textAt(rule, "direction") === direction)
        .sort((a, b) => (numberAt(a, "priority") ?? 0) - (numberAt(b, "priority") ?? 0))
        .find((rule) => {
            const reached = addresses(rule, direction === "Inbound" ? "source" : "destination");
            const covers = ports(rule, "destination").some((value) => {
                const range = value === "*" ? ([0, 65_535] as const) : portRange(value);
                return range !== undefined && range[0] <= first && last <= range[1];
            });
            return covers && reached.some((value) => value === "*" || tags.includes(value));
        });
    return decisive === undefined ? direction === "Outbound" : textAt(decisive, "access") === "Allow";
}
