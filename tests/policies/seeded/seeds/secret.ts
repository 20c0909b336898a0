import { added, type Seeds, set } from "../seed";
import { kubernetes, FRONTEND, NAMESPACE } from "../targets";

export const secret: Seeds = {
    "env-no-plain-secret": set(FRONTEND, "spec.template.spec.containers.0.env.3", {
        name: "DB_PASSWORD",
        value: "hunter2",
    }),
    "metadata-no-plain-secret": set(NAMESPACE, "metadata.annotations", { password: "hunter2-and-more" }),
    "secret-data-declared-secret": set(kubernetes("core/v1:Secret", "database-credentials"), "stringData", {
        password: "hunter2",
    }),
    "web-app-no-plain-setting": added,
};
