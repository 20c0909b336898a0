/**
 * To be preloaded in a policy pack: its server listens on the socket that the language host left it as descriptor 3, and
 * not on a port of its own. @pulumi/policy has no option for that.
 */
const { Server } = require("node:net");

const { listen } = Server.prototype;

Server.prototype.listen = function (...args) {
    Server.prototype.listen = listen;
    return listen.call(this, { fd: 3 }, args.at(-1));
};
