// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.run;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import podium.operation.texts.Texts;

/** Waits between tries, each longer than the one before; pauses the operation when it has tried for long enough. */
public final class RetryBackoff {
    private final OperationSignals signals;
    private final EngineTiming timing;
    private final RunHost host;
    private OperationSignals.Deadline end;
    private int attempts;

    public RetryBackoff(OperationSignals signals, EngineTiming timing, RunHost host) {
        this.signals = signals;
        this.timing = timing;
        this.host = host;
        end = signals.deadline(timing.patience());
    }

    /** How often it has failed so far. */
    public int attempts() {
        return attempts;
    }

    /** Returns when it is time to try again. */
    public void failed(String why) throws OperationSignals.Stopped {
        if (end.passed()) {
            host.pauses(Texts.of("RetryBackoff.pausedResumeWhenThe", why));
            signals.checkpoint();
            end = signals.deadline(timing.patience());
            attempts = 0;
        }
        host.status(Texts.of("RetryBackoff.tryingAgain", why));
        await(timing.backoff(attempts++, ThreadLocalRandom.current().nextDouble()));
    }

    /** Waits as long as the server asked for. */
    public void await(Duration time) throws OperationSignals.Stopped {
        signals.await(time);
    }
}
