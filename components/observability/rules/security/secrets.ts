import type { Duration, RuleGroup, Severity } from "../rule";
import type { RuleSettings } from "../rule-settings";

const DAY = 86_400;

/** Days after which the platform's own credentials are to be renewed: once a year (docs/rotation-secrets.md). */
const DUE_DAYS = 365;

/** Days after which somebody is called: the certificates end on the 400th, and the database and Alertmanager with them. */
const OVERDUE_DAYS = 390;

const WAIT: Duration = "1h";

/** Whether secrets are renewed in time. The day of the last renewal is the stack's own. */
export function secretAlerts({ credentialsRotatedOn }: RuleSettings): RuleGroup {
    const renewed = (Date.parse(`${credentialsRotatedOn}T00:00:00Z`) / 1000).toString();
    const older = (alert: string, days: number, severity: Severity, summary: string) => ({
        alert,
        expr: `vector(time() - ${renewed}) > ${days.toString()} * ${DAY.toString()}`,
        for: WAIT,
        severity,
        team: "securite" as const,
        summary,
        description: "Ils datent de {{ $value | humanizeDuration }}.",
        runbook: {
            meaning: `Les mots de passe et les certificats que la plateforme génère n’ont pas été renouvelés depuis plus de ${days.toString()} jours. Le programme ne le fait pas de lui-même : la date est celle de \`credentialsRotatedOn\`.`,
            impact: "Un secret volé sert tant qu’il n’est pas renouvelé. Au 400e jour, les certificats de la base et des répliques d’Alertmanager ne valent plus : OpenMRS n’a plus de base.",
            checks: [
                "La date en vigueur : `pulumi config get --stack prod audioprothese-plus:credentialsRotatedOn`.",
                'Ce qui expire : `az keyvault secret list --vault-name COFFRE --query "[].{nom:name, fin:attributes.expires}"`.',
            ],
            remedies: ["Suivre `docs/rotation-secrets.md`, hors des heures d’ouverture des centres."],
        },
    });
    return {
        name: "security-secrets",
        title: "Le renouvellement des secrets",
        alerts: [
            older("SecretRotationDue", DUE_DAYS, "warning", "Les secrets de la plateforme sont à renouveler"),
            older(
                "SecretRotationOverdue",
                OVERDUE_DAYS,
                "critical",
                "Les secrets de la plateforme auraient dû être renouvelés",
            ),
        ],
    };
}
