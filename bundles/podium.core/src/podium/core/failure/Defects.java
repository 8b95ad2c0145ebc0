// SPDX-License-Identifier: Apache-2.0
package podium.core.failure;

import podium.core.texts.Texts;

/**
 * Failures of work that nobody waits for. They go the way of what no thread caught, so that whoever runs the process hears of all of
 * them in one place: the console logs them and says so in its status line. Any thread.
 */
public final class Defects {
    /** A failure with what was being done. */
    public static final class Defect extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** @param doing what failed, after "at" */
        public Defect(String doing, Throwable cause) {
            super(words(doing, cause), cause);
        }

        private static String words(String doing, Throwable cause) {
            String why = FailureText.of(cause);
            return FailureText.isDefect(cause)
                    ? Texts.of("Defects.podiumFailedByADefectAt", doing, why)
                    : Texts.of("Defects.podiumFailedAt", doing, why);
        }
    }

    private Defects() {}

    /**
     * Tells of a failure.
     *
     * @param doing what failed, after "at": "reading the exporters"
     */
    public static void tell(String doing, Throwable failure) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, new Defect(doing, failure));
    }

    /** Work that is done again and again: a failure of one time is told and does not cost the next. */
    public static Runnable guarded(String doing, Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                tell(doing, e);
            }
        };
    }
}
