import { frameworks } from "../../policies/frameworks";
import { type RunContext, assess } from "../../report/assessment";
import { Findings } from "../../report/findings";
import { type Framework, type Requirement, rulesById } from "../../report/framework";
import type { Finding, Report, Verdict } from "../../report/model";
import { CONTEXT } from "./fixtures";

export interface Size {
    readonly resources: number;
    readonly rules: number;
}

const FINDINGS_PER_RESOURCE = 8;

/** Components and what they hold, with the lengths that real names have. */
const SHAPES: readonly (readonly [parents: string, type: string, name: string])[] = [
    [
        "audioprothese:archive:Archive$audioprothese:archive:PrivateStorage",
        "azure-native:storage:StorageAccount",
        "staudioarchives",
    ],
    ["audioprothese:cluster:Cluster", "azure-native:containerservice:AgentPool", "cluster-pool-openmrs"],
    [
        "audioprothese:database:MariaDb$audioprothese:kubernetes:Workload",
        "kubernetes:apps/v1:StatefulSet",
        "mariadb-workload",
    ],
    ["audioprothese:database:MariaDb", "azure-native:keyvault:Secret", "mariadb-server-credentials"],
    ["audioprothese:edge:Edge", "azure-native:network:ApplicationGateway", "edge-gateway"],
    [
        "audioprothese:logging:Logging",
        "azure-native:monitor:DiagnosticSetting",
        "journal-des-accès-aux-dossiers",
    ],
    [
        "audioprothese:network:Network",
        "azure-native:network:NetworkSecurityGroup",
        "nsg-sous-réseau-applicatif",
    ],
    [
        "audioprothese:observability:Observability",
        "kubernetes:networking.k8s.io/v1:NetworkPolicy",
        "prometheus-egress",
    ],
    [
        "audioprothese:openmrs:OpenMrs$audioprothese:kubernetes:Workload",
        "kubernetes:core/v1:ServiceAccount",
        "openmrs-backend",
    ],
    [
        "audioprothese:openmrs:OpenMrs",
        "azure-native:network:PrivateEndpoint",
        "centre-auditif-clermont-ferrand",
    ],
    ["", "azure-native:authorization:RoleAssignment", "role-lecture-seule"],
];

const EXEMPTION: Report["exemptions"]["inForce"][number] = {
    id: "EX-2026-001",
    rule: "*",
    resource: "*",
    stack: "synthetic",
    reason: "La migration du service est prévue au trimestre prochain.",
    compensatingMeasure: "Les accès sont journalisés et relus chaque semaine.",
    owner: "équipe plateforme",
    approver: "RSSI",
    ticket: "SEC-1",
    granted: "2026-10-01",
    expires: "2027-01-15",
    daysLeft: 55,
};

/** A large report with the texts of the real rules and some findings of each verdict; the same size gives the same report. */
export function syntheticReport(size: Size): Report {
    const cut = withRules(size.rules);
    const rules = [...rulesById(cut).values()];
    const resources = new Map(Array.from({ length: size.resources }, (_, index) => resourceAt(index)));
    const stack = "urn:pulumi:synthetic::clinic::pulumi:pulumi:Stack::clinic-synthetic";
    const findings = new Findings();
    [...resources.keys()].forEach((urn, index) => {
        for (let turn = 0; turn < FINDINGS_PER_RESOURCE; turn += 1) {
            const rule = rules[(index * 7 + turn * 19) % rules.length];
            if (rule !== undefined) {
                findings.add(findingOf(rule.id, urn, index * 31 + turn * 17));
            }
        }
    });
    rules.slice(0, 3).forEach(({ id }, index) => {
        findings.add(findingOf(id, stack, index * 25));
    });
    const context: RunContext = {
        ...CONTEXT,
        stack: "synthetic",
        exemptions: { ignored: false, inForce: [{ ...EXEMPTION, rule: rules[0]?.id ?? "" }], faults: [] },
    };
    resources.set(stack, { type: "pulumi:pulumi:Stack", custom: false });
    return assess(
        {
            resources,
            findings: findings.sorted(),
            packVersions: new Map([
                ["hds", "1.0.0"],
                ["rgpd", "1.0.0"],
            ]),
        },
        cut,
        context,
    );
}

function resourceAt(index: number): [urn: string, resource: { type: string; custom: boolean }] {
    const [parents, type, name] = SHAPES[index % SHAPES.length] ?? ["", "", ""];
    const types = parents === "" ? type : `${parents}$${type}`;
    return [`urn:pulumi:synthetic::clinic::${types}::${name}-${index.toString()}`, { type, custom: true }];
}

/** In a thousand: 30 violations, 20 undecided, 10 exempted. */
function verdictAt(place: number): Verdict {
    const part = place % 1000;
    return part < 30 ? "violation" : part < 50 ? "undecided" : part < 60 ? "exempted" : "compliant";
}

function findingOf(rule: string, resource: string, place: number): Finding {
    const verdict = verdictAt(place);
    const since = `2026-${(1 + (place % 10)).toString().padStart(2, "0")}-12T08:00:00.000Z`;
    const open = verdict === "compliant" ? {} : { since };
    const found = { rule, resource, verdict, messages: [], undecided: [], ...open };
    const unlike = `properties.networkAcls.ipRules[${(place % 40).toString()}].value : attendu une plage privée, obtenu « 203.0.113.${(place % 256).toString()} »`;
    switch (verdict) {
        case "violation":
            return { ...found, messages: [unlike] };
        case "undecided":
            return { ...found, undecided: ["properties.encryption.keyUri"] };
        case "exempted": {
            const { id, expires, daysLeft } = EXEMPTION;
            return { ...found, messages: [unlike], exemption: { id, expires, daysLeft } };
        }
        case "compliant":
            return found;
    }
}

/** The frameworks with that many of their rules, in the order of their ids. */
function withRules(count: number): readonly Framework[] {
    const kept = new Set([...rulesById(frameworks).keys()].sort().slice(0, count));
    return frameworks.map((framework) => ({
        ...framework,
        requirements: framework.requirements.map((requirement): Framework["requirements"][number] =>
            keeping(requirement, kept),
        ),
    }));
}

function keeping(requirement: Requirement, kept: ReadonlySet<string>): Requirement {
    if (requirement.status !== "automated") {
        return requirement;
    }
    const chain = requirement.chain
        .map(({ sources, rules }) => ({ sources, rules: rules.filter(({ id }) => kept.has(id)) }))
        .filter(({ rules }) => rules.length > 0);
    return { ...requirement, chain };
}
