// SPDX-License-Identifier: Apache-2.0
package podium.ui.addon;

import org.eclipse.jdt.annotation.Nullable;
import podium.core.failure.Defects.Defect;
import podium.core.fleet.FleetRealm;
import podium.ui.texts.Texts;
import podium.ui.toolkit.StatusMessage;

/**
 * Hears of what no thread caught, and of failures of work that nobody waits for: each is logged whole, and the operator is told in the
 * status line what broke, for parts of what is shown may be old from then on. Any thread.
 */
final class DefectWatch implements Thread.UncaughtExceptionHandler, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DefectWatch.class.getName());

    private final FleetRealm realm;
    private final StatusMessage message;
    private final Thread.@Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

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
        if (failure == null) {
            return;
        }
        Throwable defect =
                failure instanceof Defect ? failure : new Defect(Texts.of("DefectWatch.workInTheBackground"), failure);
        String words = defect.getMessage() + ".";
        LOG.log(System.Logger.Level.ERROR, words, failure);
        realm.execute(() -> message.warn(Texts.of("DefectWatch.whatIsShownMay", words)));
    }

    @Override
    public void close() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
