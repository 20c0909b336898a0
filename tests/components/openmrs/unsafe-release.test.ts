import * as assert from "node:assert/strict";
import { OpenMrs, type OpenMrsArgs } from "../../../components/openmrs/openmrs";
import { startRecording } from "../../support/recorder";
import { clustered, release } from "./sample";

describe("OpenMrs", () => {
    const refused: readonly [string, Partial<OpenMrsArgs>, string][] = [
        [
            "demonstration patients where data is protected",
            { demoData: true, protectData: true },
            "demoData: expected false where protectData is true, got true",
        ],
        [
            "the administration pages under the public name",
            { adminHost: "openmrs.example.fr" },
            'adminHost: expected a name that does not hold host (openmrs.example.fr), got "openmrs.example.fr"',
        ],
        [
            "the administration pages under a name that holds the public one",
            { adminHost: "example.fr" },
            'adminHost: expected a name that does not hold host (openmrs.example.fr), got "example.fr"',
        ],
        [
            "one certificate for both hosts",
            { adminTlsCertificate: "openmrs-gateway" },
            'adminTlsCertificate: expected another certificate than tlsCertificate, got "openmrs-gateway"',
        ],
        [
            "a single gateway where data is protected",
            { protectData: true, webReplicas: { min: 1, max: 1 } },
            "webReplicas.min: expected at least 2 where protectData is true, got 1",
        ],
        [
            "an autoscaler from one gateway on",
            { webReplicas: { min: 1, max: 3 } },
            "replicas: expected an autoscaler from 2 replicas on, to more, got 1 to 3",
        ],
        [
            "clustering of one server, which an autoscaler would add to",
            { clustering: { ...clustered.clustering, replicas: { min: 1, max: 4 } } as never },
            "clustering.replicas: expected 2 or more, up to as many or more, got 1 to 4",
        ],
        [
            "the administration pages under a name that holds the index",
            { ...clustered, adminHost: "search.example.fr" },
            'adminHost: expected a name that does not hold clustering.search.host (search.example.fr), got "search.example.fr"',
        ],
        [
            "an index and a store of files that the mesh could not tell apart",
            {
                clustering: {
                    ...clustered.clustering,
                    objectStorage: { host: "s3.example.fr", port: 9200, bucket: "files", region: "fr-par" },
                } as never,
            },
            "clustering.objectStorage.port: expected 443, or another port than search has, got 9200",
        ],
        [
            "all that is unsafe at once",
            { demoData: true, protectData: true, adminTlsCertificate: "OpenMRS-Gateway" },
            "demoData: expected false where protectData is true, got true\n" +
                'adminTlsCertificate: expected another certificate than tlsCertificate, got "OpenMRS-Gateway"',
        ],
    ];
    for (const [title, change, message] of refused) {
        it(`refuses ${title}`, async () => {
            await startRecording();
            assert.throws(
                () => new OpenMrs("openmrs", { ...release, ...change }),
                (error: Error) => error.message === message,
            );
        });
    }
});
