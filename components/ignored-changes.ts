/** Every property whose changes Pulumi leaves alone, by resource, with the reason. None is a compliance setting. */
export const IGNORED_CHANGES = {
    // Subnets are resources of their own; the list that Azure keeps here must not be undone.
    virtualNetwork: ["subnets"],
    // The autoscaler owns the number of nodes from the first day on.
    userPool: ["count"],
};
