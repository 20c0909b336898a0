/** User and group "nobody" of the images of the Prometheus project and of kube-state-metrics. */
export const NOBODY = { uid: 65534, gid: 65534, fsGroup: 65534 };
