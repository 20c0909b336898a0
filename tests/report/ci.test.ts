import * as assert from "node:assert/strict";
import { ciOf } from "../../report/ci";

describe("the CI run that a report names", () => {
    it("is the one of GitHub Actions or of GitLab", () => {
        assert.deepEqual(
            ciOf({
                GITHUB_ACTIONS: "true",
                GITHUB_ACTOR: "octo",
                GITHUB_SERVER_URL: "https://git.example",
                GITHUB_REPOSITORY: "clinic/platform",
                GITHUB_RUN_ID: "42",
            }),
            {
                system: "GitHub Actions",
                actor: "octo",
                url: "https://git.example/clinic/platform/actions/runs/42",
            },
        );
        assert.deepEqual(
            ciOf({
                GITLAB_CI: "true",
                GITLAB_USER_LOGIN: "lab\u202e",
                CI_JOB_URL: "https://lab.example/-/jobs/7",
            }),
            { system: "GitLab CI", actor: "lab\ufffd", url: "https://lab.example/-/jobs/7" },
        );
    });

    it("is absent elsewhere, and where the run has no address", () => {
        assert.equal(ciOf({}), undefined);
        assert.equal(ciOf({ GITHUB_ACTIONS: "false", CI_JOB_URL: "https://lab.example" }), undefined);
        assert.equal(ciOf({ GITLAB_CI: "true", GITLAB_USER_LOGIN: "lab" }), undefined);
    });
});
