/** Sentences that several runbooks of the platform's own programs share. */

export const podsOf = (workload: string) =>
    `Voir ses pods : \`kubectl get pods --namespace observability --selector app.kubernetes.io/name=${workload} --output wide\`.`;

/** Containers that are not named as their workload is. */
const CONTAINERS: Readonly<Record<string, string>> = {
    "log-agent": "agent",
    "log-collector": "collector",
    "trace-collector": "collector",
};

export const logsOf = (workload: string, container = CONTAINERS[workload] ?? workload) =>
    `Lire ce qu’il en dit : \`kubectl logs --namespace observability --selector app.kubernetes.io/name=${workload} --container ${container} --tail 200\`.`;

export const PREVIOUS =
    "Si une mise à jour l’a causé, revenir à la version précédente du code de la plateforme et l’appliquer.";

export const BLIND =
    "Pendant ce temps, une panne d’OpenMRS ou de la base peut passer inaperçue jusqu’à ce qu’un centre appelle.";
