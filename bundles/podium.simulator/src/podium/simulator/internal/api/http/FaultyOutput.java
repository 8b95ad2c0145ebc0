// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jdt.annotation.Nullable;

/** Sends bytes as a fault wants them sent. */
final class FaultyOutput extends ArrayOutput {

    /** The response ends here, by plan. */
    static final class Cut extends IOException {}

    private final OutputStream out;
    private final HttpFault fault;
    private long sent;
    private boolean stalled;
    private boolean counting;

    FaultyOutput(OutputStream out, HttpFault fault) {
        this.out = out;
        this.fault = fault;
        this.counting = !fault.inBody();
    }

    /** What comes now is the body. */
    void body() throws IOException {
        if (!counting) {
            // they must not wait for a body that does not come
            out.flush();
            counting = true;
            sent = 0;
        }
    }

    @Override
    public void write(byte @Nullable [] bytes, int offset, int length) throws IOException {
        int at = offset;
        int left = length;
        while (left > 0) {
            int size = (int) Math.min(Math.min(left, fault.largestWrite()), beforeCut());
            if (size == 0) {
                cut();
                continue;
            }
            out.write(bytes, at, size);
            if (fault.largestWrite() < Integer.MAX_VALUE) {
                out.flush();
            }
            sent += size;
            at += size;
            left -= size;
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    private long beforeCut() {
        return stalled || !counting ? Long.MAX_VALUE : fault.cutAfter().orElse(Long.MAX_VALUE) - sent;
    }

    private void cut() throws IOException {
        out.flush();
        if (fault.stall().isPresent()) {
            stalled = true;
            pause(fault.stall().get().toMillis());
        } else if (fault.end() == HttpFault.End.HALF_OPEN) {
            pause(Long.MAX_VALUE);
        } else {
            throw new Cut();
        }
    }

    /** Waits on something that never comes, so that the connection's end can interrupt it. */
    static void pause(long millis) throws InterruptedIOException {
        try {
            new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("connection ends");
        }
    }
}
