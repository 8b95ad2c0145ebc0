// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.link.LinkProbeException;
import podium.core.link.LinkReport;
import podium.gpu.internal.cuda.Cuda;
import podium.gpu.internal.cuda.CudaException;

class CudaLinkProbeTest {
    private final FakeCuda cuda = new FakeCuda(2);
    private Optional<String> absence = Optional.empty();
    private Supplier<Cuda> driver = () -> cuda;
    private final CudaLinkProbe probe = new CudaLinkProbe(() -> absence, () -> driver.get(), InstantSource.system());

    @AfterEach
    void stop() {
        probe.stop();
    }

    @Test
    void itMeasuresOnAThreadOfThePlatform() {
        cuda.onCopy = () -> {
            assertEquals("podium-link-probe", Thread.currentThread().getName());
            assertTrue(!Thread.currentThread().isVirtual(), "CUDA keeps its context by thread of the system");
        };
        assertEquals(6, measure().join().links().size());
    }

    @Test
    void withoutADriverItSaysSoAndAsksNobody() {
        absence = Optional.of("No driver.");
        driver = () -> {
            throw new AssertionError("asked");
        };
        assertEquals(Optional.of("No driver."), probe.unavailable());
        assertEquals("No driver.", problem(measure()).getMessage());
    }

    @Test
    void aDriverThatFailsIsSaidInASentence() {
        driver = () -> {
            throw new CudaException("cuDeviceGet", 999, "CUDA_ERROR_UNKNOWN");
        };
        assertEquals(
                "The CUDA driver failed: cuDeviceGet answers CUDA_ERROR_UNKNOWN (999). Check the kernel log (dmesg)"
                        + " for NVRM messages.",
                problem(measure()).getMessage());
    }

    @Test
    void afterAFailureItCanBeTriedAgain() {
        absence = Optional.of("No driver.");
        problem(measure());
        absence = Optional.empty();
        assertEquals(6, measure().join().links().size());
    }

    @Test
    void oneMeasurementAtATimeAndACancelledOneGivesAllBack() throws InterruptedException {
        CountDownLatch copying = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        cuda.onCopy = () -> {
            copying.countDown();
            await(goOn);
        };
        CompletableFuture<LinkReport> first = measure();
        assertTrue(copying.await(60, TimeUnit.SECONDS));
        assertTrue(problem(measure()).getMessage().startsWith("A measurement is still under way"));
        first.cancel(true);
        assertThrows(CancellationException.class, first::join);
        goOn.countDown();
        probe.stop();
        assertTrue(probe.awaitEnd(30), "the thread ends");
        assertEquals(0, cuda.open);
        assertEquals(0, cuda.bytes);
    }

    private CompletableFuture<LinkReport> measure() {
        return probe.measure(Locals.idle(2), Map::of, false, progress -> {});
    }

    private static LinkProbeException problem(CompletableFuture<LinkReport> answer) {
        CompletionException e = assertThrows(CompletionException.class, answer::join);
        return (LinkProbeException) e.getCause();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
