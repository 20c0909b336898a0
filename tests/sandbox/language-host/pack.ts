import { createRequire } from "node:module";

const require_ = createRequire(__filename);
const GRPC = JSON.stringify(require_.resolve("@grpc/grpc-js"));
const ANALYZER = JSON.stringify(require_.resolve("@pulumi/pulumi/proto/analyzer_grpc_pb"));
const MESSAGES = JSON.stringify(require_.resolve("@pulumi/pulumi/proto/analyzer_pb"));

/**
 * A pack that keeps its tags in the file "tags" and its port in "port", answers its name to GetAnalyzerInfo, dies on Configure and never
 * answers Cancel.
 */
export const PACK = `
require("node:fs").writeFileSync("told", JSON.stringify({
    pid: process.pid, argv: process.argv.slice(2), cwd: process.cwd(), env: process.env,
}));
const { Server, ServerCredentials } = require(${GRPC});
const { AnalyzerService } = require(${ANALYZER});
const { AnalyzerInfo, AnalyzerStackConfigureResponse } = require(${MESSAGES});
const server = new Server();
server.addService(AnalyzerService, {
    configureStack: (call, answer) => {
        const tags = Object.fromEntries(call.request.getTagsMap().getEntryList());
        require("node:fs").writeFileSync("tags", JSON.stringify(tags));
        answer(null, new AnalyzerStackConfigureResponse());
    },
    getAnalyzerInfo: (call, answer) => answer(null, new AnalyzerInfo().setName("pack")),
    configure: () => process.exit(3),
    cancel: () => {},
});
server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
    require("node:fs").writeFileSync("port", String(port));
    process.stdout.write(port + "\\nready\\n");
});
`;
