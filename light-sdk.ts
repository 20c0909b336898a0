/**
 * Rids Pulumi's SDK of what it has only to serialise functions, which neither the program nor a pack does: a compiler and
 * a package manager, which take long to load, and a debugger, under which promises are slow. To be imported before any
 * other part of the SDK.
 */
import { createRequire, Module } from "node:module";

const fromSdk = createRequire(createRequire(__filename).resolve("@pulumi/pulumi/package.json"));

for (const request of ["./typescript-shim", "@npmcli/arborist"]) {
    const file = fromSdk.resolve(request);
    const standIn = new Module(file);
    standIn.loaded = true;
    standIn.exports = new Proxy(
        // The mark of a module that is used as it is, without a copy of its exports.
        { __esModule: true },
        {
            get: (target, name): unknown => {
                if (name in target) {
                    return Reflect.get(target, name);
                }
                if (fromSdk.cache[file] === standIn) {
                    Reflect.deleteProperty(fromSdk.cache, file);
                }
                return Reflect.get(fromSdk(file) as object, name);
            },
        },
    );
    fromSdk.cache[file] = standIn;
}

const { getSessionAsync } = fromSdk("./runtime/closure/v8Hooks") as {
    getSessionAsync: () => Promise<{ disconnect: () => void }>;
};
void getSessionAsync().then((session) => {
    session.disconnect();
});
