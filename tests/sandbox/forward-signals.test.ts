import assert from "node:assert/strict";
import { mock } from "node:test";

import { forwardSignals } from "../../sandbox/signals";

describe("forwardSignals", () => {
    let sent: NodeJS.Signals[];
    let nowMs: number;
    let stop: () => void;

    beforeEach(() => {
        sent = [];
        nowMs = 0;
        mock.method(performance, "now", () => nowMs);
    });
    afterEach(() => {
        stop();
        mock.restoreAll();
    });

    function forward(foreground: boolean): void {
        stop = forwardSignals({ signal: (signal) => sent.push(signal) }, { foreground });
    }

    function receive(signal: NodeJS.Signals, atMs: number): void {
        nowMs = atMs;
        process.emit(signal, signal);
    }

    it("takes the echoes of one Ctrl-C for one", () => {
        forward(false);
        for (const atMs of [1000, 1005, 1100]) {
            receive("SIGINT", atMs);
        }
        assert.deepEqual(sent, ["SIGINT"]);
    });

    it("takes another signal for no echo", () => {
        forward(false);
        receive("SIGINT", 1000);
        receive("SIGTERM", 1005);
        receive("SIGINT", 1010);
        assert.deepEqual(sent, ["SIGINT", "SIGTERM"]);
    });

    it("passes a second Ctrl-C on", () => {
        forward(false);
        receive("SIGINT", 1000);
        receive("SIGINT", 2000);
        assert.deepEqual(sent, ["SIGINT", "SIGINT"]);
    });

    it("leaves the terminal's Ctrl-C to a child in the foreground, but not other signals", () => {
        forward(true);
        receive("SIGINT", 1000);
        receive("SIGTERM", 2000);
        assert.deepEqual(sent, ["SIGTERM"]);
    });

    it("hears nothing more once it has stopped", () => {
        const before = process.listenerCount("SIGINT");
        forward(false);
        stop();
        assert.equal(process.listenerCount("SIGINT"), before);
    });
});
