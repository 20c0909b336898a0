import { added, inDev, omit, type Seeds, set } from "../seed";
import { FRONTEND, NAMESPACE } from "../targets";

export const secret: Seeds = {
    "env-no-plain-secret": set(FRONTEND, "spec.template.spec.containers.0.env.3", {
        name: "DB_PASSWORD",
        value: "hunter2",
    }),
    "metadata-no-plain-secret": set(NAMESPACE, "metadata.annotations", { password: "hunter2-and-more" }),
    "random-secret-strong": set(
        { type: "random:index/randomPassword:RandomPassword", name: "openmrs-admin-password" },
        "length",
        8,
    ),
    "secret-data-declared-secret": added,
    "tls-key-strong": inDev(
        omit({ type: "tls:index/privateKey:PrivateKey", name: "mariadb-authority" }, "ecdsaCurve"),
    ),
    "web-app-no-plain-setting": added,
};
