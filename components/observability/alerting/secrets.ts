import type * as pulumi from "@pulumi/pulumi";
import { certificates, certificateSecretsOf } from "../../key-vault/certificates";
import { keep, type Keeping } from "../../key-vault/credentials";
import { serviceOf } from "../../kubernetes/flows";
import { type Team, TEAMS } from "../rules/rule";

/** Name of the workload and of its account, whose identity reads its secrets. */
export const ALERTMANAGER = "alertmanager";

/** Where its containers find the objects of the Key Vault, each under its name there. */
export const SECRETS = "/run/secrets/vault";

/** Names in the Key Vault of the certificates by which the replicas know one another. */
export const GOSSIP_SECRETS = certificateSecretsOf(ALERTMANAGER);

/** The one name that the certificate of every replica bears: they call one another by their addresses. */
export const gossipName = (namespace: string) => serviceOf({ namespace, workload: ALERTMANAGER });

/** Name in the Key Vault of the key by which a team's people are called. */
const pagerDutyKeyOf = (team: Team) => `alertmanager-pagerduty-${team}`;

/** Names in the Key Vault of what others issued, and people put there before the first start. */
export const ISSUED_ALERTMANAGER_SECRETS = {
    slackToken: "alertmanager-slack-token",
    heartbeatUrl: "alertmanager-heartbeat-url",
    pagerDutyKeys: Object.fromEntries(TEAMS.map((team) => [team, pagerDutyKeyOf(team)])) as Readonly<
        Record<Team, string>
    >,
} as const;

/** Name in the Key Vault of each file that Alertmanager reads. */
export function alertmanagerFiles(): Readonly<Record<string, string>> {
    const { slackToken, heartbeatUrl, pagerDutyKeys } = ISSUED_ALERTMANAGER_SECRETS;
    const objects = [
        slackToken,
        heartbeatUrl,
        ...Object.values(pagerDutyKeys),
        ...Object.values(GOSSIP_SECRETS),
    ];
    return Object.fromEntries(objects.map((object: string) => [object, object]));
}

/** Generates the certificates by which the replicas know one another, into the Key Vault. */
export function keepGossipCertificates(
    namespace: string,
    keeping: Keeping & { readonly protectData: boolean },
    parent: pulumi.Resource,
): readonly pulumi.Resource[] {
    const pem = certificates(
        ALERTMANAGER,
        {
            hosts: [gossipName(namespace)],
            mutual: true,
            rotatedOn: keeping.rotatedOn,
            protectData: keeping.protectData,
        },
        parent,
    );
    return (["authority", "certificate", "key"] as const).map((part) =>
        keep(GOSSIP_SECRETS[part], pem[part], keeping, parent),
    );
}
