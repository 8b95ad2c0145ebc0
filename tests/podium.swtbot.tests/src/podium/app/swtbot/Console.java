// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.e4.ui.internal.workbench.swt.E4Application;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.swtbot.swt.finder.finders.UIThreadRunnable;
import org.eclipse.swtbot.swt.finder.results.Result;
import org.eclipse.swtbot.swt.finder.results.VoidResult;
import org.eclipse.swtbot.swt.finder.utils.SWTBotPreferences;
import org.eclipse.swtbot.swt.finder.utils.SWTUtils;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** The console of this process, running on a UI thread of its own. Any thread but the UI thread. */
final class Console implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_MILLIS = 100;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final BundleContext bundle = FrameworkUtil.getBundle(Console.class).getBundleContext();
    private final Future<Object> ended;

    Console(String... arguments) {
        SWTBotPreferences.KEYBOARD_LAYOUT = "EN_US"; // else asked of the locale, which may have none
        ended = thread.submit(() -> new E4Application().start(new ProductContext(arguments)));
    }

    /** The service, once it is there. */
    <T> T service(Class<T> type) {
        await("the service " + type.getName(), () -> bundle.getServiceReference(type) != null);
        ServiceReference<T> reference = bundle.getServiceReference(type);
        return bundle.getService(reference);
    }

    /** What the running application has under this type in its context. */
    <T> T inContext(Class<T> type) {
        return service(IWorkbench.class).getApplication().getContext().get(type);
    }

    /** Asks on the UI thread, which is the realm of the fleet. */
    <T> T ask(Supplier<T> question) {
        return UIThreadRunnable.syncExec(SWTUtils.display(), (Result<T>) question::get);
    }

    /** Waits until the condition holds, which is asked on the calling thread. */
    void await(String what, BooleanSupplier condition) {
        await(PATIENCE, what, condition);
    }

    /** The same, for what takes its time. */
    void await(Duration patience, String what, BooleanSupplier condition) {
        if (!within(patience, what, condition)) {
            throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
        }
    }

    /** Whether the condition comes to hold in that time. */
    boolean within(Duration patience, String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            lookAgain(what);
        }
        return true;
    }

    private void lookAgain(String what) {
        try {
            Object result = ended.get(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            throw new AssertionError("the console ended with " + result + " while waiting: " + what);
        } catch (TimeoutException _) {
            return; // it runs
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError("the console ended while waiting: " + what, e);
        }
    }

    /** Ends the console as its Quit does. */
    @Override
    public void close() throws Exception {
        IWorkbench workbench = service(IWorkbench.class);
        UIThreadRunnable.asyncExec(SWTUtils.display(), (VoidResult) workbench::close);
        ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        thread.shutdown();
    }
}
