// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.link;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import podium.core.link.LinkProbe;
import podium.core.link.LinkProbeException;
import podium.core.link.LinkProgress;
import podium.core.link.LinkReport;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.gpu.internal.cuda.Cuda;
import podium.gpu.internal.cuda.CudaAbsence;
import podium.gpu.internal.cuda.CudaException;
import podium.gpu.internal.cuda.JCudaDriverApi;
import podium.gpu.internal.link.CopyBenchmark.Cancelled;
import podium.gpu.texts.Texts;

/** Measures by JCuda, on a platform thread that it keeps. */
@Component
public final class CudaLinkProbe implements LinkProbe {
    private final Supplier<Optional<String>> look;
    private final Supplier<Cuda> driver;
    private final InstantSource clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("podium-link-probe").factory());
    private final AtomicReference<@Nullable CompletableFuture<LinkReport>> running = new AtomicReference<>();

    @Activate
    public CudaLinkProbe() {
        this(CudaAbsence::look, JCudaDriverApi::new, InstantSource.system());
    }

    CudaLinkProbe(Supplier<Optional<String>> look, Supplier<Cuda> driver, InstantSource clock) {
        this.look = look;
        this.driver = driver;
        this.clock = clock;
    }

    @Override
    public Optional<String> unavailable() {
        return look.get();
    }

    @Override
    public CompletableFuture<LinkReport> measure(
            List<LocalDevice> devices,
            Supplier<Map<Integer, String>> held,
            boolean evenHeld,
            Consumer<LinkProgress> progress) {
        CompletableFuture<LinkReport> answer = new CompletableFuture<>();
        if (!running.compareAndSet(null, answer)) {
            answer.completeExceptionally(new LinkProbeException(Texts.of("CudaLinkProbe.aMeasurementIsStill")));
            return answer;
        }
        thread.execute(() -> {
            Optional<LinkReport> report = Optional.empty();
            Throwable problem = new LinkProbeException(Texts.of("CudaLinkProbe.theMeasurementWasCancelled"));
            try {
                Optional<String> absence = look.get();
                if (absence.isPresent()) {
                    throw new LinkProbeException(absence.get());
                }
                ProbeRun run = new ProbeRun(driver.get(), held, evenHeld, progress, answer::isCancelled);
                report = Optional.of(run.measure(devices, clock));
            } catch (Cancelled e) {
                // whoever cancelled knows
            } catch (CudaException e) {
                problem = new LinkProbeException(Texts.of("CudaLinkProbe.theCudaDriverFailed", e.getMessage()));
            } catch (RuntimeException | LinkageError e) {
                problem = e;
            }
            running.set(null);
            if (report.isPresent()) {
                answer.complete(report.get());
            } else {
                answer.completeExceptionally(problem);
            }
        });
        return answer;
    }

    @Deactivate
    public void stop() {
        CompletableFuture<LinkReport> last = running.get();
        if (last != null) {
            last.cancel(true);
        }
        thread.shutdown();
    }

    /** Waits for the thread, after {@link #stop}; false: it did not end in these seconds. */
    boolean awaitEnd(long seconds) throws InterruptedException {
        return thread.awaitTermination(seconds, TimeUnit.SECONDS);
    }
}
