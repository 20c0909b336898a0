import type * as pulumi from "@pulumi/pulumi";
import { Pricing, SecurityContact } from "../azure";

interface PlanTerms {
    /** How the plan is charged, where Azure leaves the choice. */
    readonly subPlan?: string;
    /** Parts that Azure leaves off unless they are asked for. */
    readonly extensions?: readonly string[];
}

/** The plans of Microsoft Defender for Cloud in use, by what each watches over. */
const PLANS = {
    Arm: { subPlan: "PerSubscription" },
    CloudPosture: {},
    Containers: {
        extensions: [
            "ContainerRegistriesVulnerabilityAssessments",
            "AgentlessDiscoveryForKubernetes",
            "ContainerSensor",
        ],
    },
    KeyVaults: { subPlan: "PerKeyVault" },
    StorageAccounts: { subPlan: "DefenderForStorageV2" },
} as const satisfies Record<string, PlanTerms>;

export type DefenderPlan = keyof typeof PLANS;

export const defenderPlans = Object.keys(PLANS) as DefenderPlan[];

export interface DefenderArgs {
    /** Azure resource id of the subscription. */
    readonly scope: string;
    readonly plans: readonly DefenderPlan[];
    /** Who is written to of an attack. */
    readonly emails: readonly string[];
}

/** Buys the plans for the whole subscription, one after the other: Azure refuses two changes at a time. */
export function defender(name: string, args: DefenderArgs, opts: pulumi.CustomResourceOptions): void {
    let previous: Pricing | undefined;
    for (const plan of args.plans) {
        const { subPlan, extensions }: PlanTerms = PLANS[plan];
        previous = new Pricing(
            `${name}-${plan}`,
            {
                pricingName: plan,
                scopeId: args.scope,
                pricingTier: "Standard",
                ...(subPlan !== undefined && { subPlan }),
                ...(extensions !== undefined && {
                    extensions: extensions.map((extension) => ({ name: extension, isEnabled: "True" })),
                }),
            },
            { ...opts, ...(previous !== undefined && { dependsOn: previous }) },
        );
    }
    new SecurityContact(
        `${name}-contact`,
        {
            // The only name that Azure knows.
            securityContactName: "default",
            isEnabled: true,
            emails: args.emails.join(";"),
            notificationsByRole: { state: "On", roles: ["Owner"] },
            notificationsSources: [{ sourceType: "Alert", minimalSeverity: "Medium" }],
        },
        opts,
    );
}
