// SPDX-License-Identifier: Apache-2.0
package podium.ui.addon;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.services.statusreporter.StatusReporter;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.failure.Defects.Defect;
import podium.core.fleet.FleetRealm;
import podium.ui.texts.Texts;
import podium.ui.toolkit.StatusMessage;

/**
 * Hears of what no thread caught, of failures of work that nobody waits for, and of what the window failed at: each is logged whole, and
 * the operator is told in the status line what broke, for parts of what is shown may be old from then on. No dialog asks: one that fails
 * at each paint would come for ever, and nothing else could be done. What comes again and again is told every ten seconds. Any thread.
 */
final class DefectWatch implements Thread.UncaughtExceptionHandler, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DefectWatch.class.getName());

    private static final long AGAIN = Duration.ofSeconds(10).toNanos();

    private final FleetRealm realm;
    private final StatusMessage message;
    private final Thread.@Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    private volatile String ofWindow = "";
    private final Map<String, Long> told = new ConcurrentHashMap<>();

    private DefectWatch(FleetRealm realm, StatusMessage message) {
        this.realm = realm;
        this.message = message;
    }

    /** Watches all threads of the process until it is closed. */
    static DefectWatch begin(FleetRealm realm, StatusMessage message) {
        DefectWatch watch = new DefectWatch(realm, message);
        Thread.setDefaultUncaughtExceptionHandler(watch);
        return watch;
    }

    @Override
    public void uncaughtException(@Nullable Thread thread, @Nullable Throwable failure) {
        if (failure == null || isToldAlready(failure)) {
            return;
        }
        Throwable defect =
                failure instanceof Defect ? failure : new Defect(Texts.of("DefectWatch.workInTheBackground"), failure);
        String words = defect.getMessage() + ".";
        LOG.log(System.Logger.Level.ERROR, words, failure);
        String warning = Texts.of("DefectWatch.whatIsShownMay", words);
        if (thread == null) {
            ofWindow = warning;
        }
        realm.execute(() -> message.warn(warning));
    }

    private boolean isToldAlready(Throwable failure) {
        Throwable first = failure instanceof Defect && failure.getCause() != null ? failure.getCause() : failure;
        StackTraceElement[] where = first.getStackTrace();
        long now = System.nanoTime();
        boolean[] already = {false};
        told.compute(first.getClass() + (where.length == 0 ? "" : " at " + where[0]), (_, before) -> {
            already[0] = before != null && now - before < AGAIN;
            return already[0] ? before : Long.valueOf(now);
        });
        return already[0];
    }

    /** What the window failed at has succeeded: what is shown is not old any more. */
    void recovered() {
        told.clear();
        message.settle(ofWindow);
    }

    /** Tells here what Eclipse would open a dialog for: a listener of the window that failed. */
    StatusReporter reporter() {
        return new Reporter();
    }

    @NonNullByDefault({}) // the library's types say nothing of null
    private final class Reporter extends StatusReporter {
        @Override
        public void report(IStatus status, int style, Object... information) {
            Throwable failure = status.getException();
            if (failure == null) {
                DefectWatch.LOG.log(System.Logger.Level.ERROR, status.getMessage());
            } else {
                uncaughtException(null, new Defect(Texts.of("DefectWatch.theWindow"), failure));
            }
        }

        @Override
        public IStatus newStatus(int severity, String words, Throwable failure) {
            return new Status(severity, DefectWatch.class, words, failure);
        }
    }

    @Override
    public void close() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
