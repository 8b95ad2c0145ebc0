// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swtbot.swt.finder.SWTBot;
import org.eclipse.swtbot.swt.finder.finders.UIThreadRunnable;
import org.eclipse.swtbot.swt.finder.results.Result;
import org.eclipse.swtbot.swt.finder.results.VoidResult;
import org.eclipse.swtbot.swt.finder.utils.SWTUtils;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotCanvas;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotShell;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import podium.ui.toolkit.NamedBounds;

/** The console of this process, running on a UI thread of its own, and the hands on it. Any thread but the UI thread. */
final class Console implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5); // a drain alone waits for its pods to end
    private static final long LOOK_AGAIN_MILLIS = 100;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final BundleContext bundle = FrameworkUtil.getBundle(Console.class).getBundleContext();
    private final Future<Object> ended;

    Console(String... arguments) {
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
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
            }
            lookAgain(what);
        }
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

    /** The open window or dialog whose title begins so, brought to the front. */
    SWTBot window(String title) {
        await("a window " + title, () -> shell(title).isPresent());
        SWTBotShell shell = new SWTBotShell(shell(title).orElseThrow());
        shell.activate();
        return shell.bot();
    }

    /** Whether a window is open whose title begins so. */
    boolean shows(String title) {
        return shell(title).isPresent();
    }

    /** Whether the window has such a button and it is enabled. */
    boolean canPress(String title, String words) {
        return shell(title).filter(shell -> ask(() -> enabled(shell, words))).isPresent();
    }

    private static boolean enabled(Composite parent, String words) {
        return Arrays.stream(parent.getChildren()).anyMatch(child -> switch (child) {
            case Button button -> button.getText().equals(words) && button.isEnabled();
            case Composite composite -> enabled(composite, words);
            default -> false;
        });
    }

    private Optional<Shell> shell(String title) {
        return ask(() -> Arrays.stream(SWTUtils.display().getShells())
                .filter(shell -> shell.isVisible() && shell.getText().startsWith(title))
                .findFirst());
    }

    /** Presses the mouse on a thing that a control painted by us shows under a name that begins so. */
    void click(String thing) {
        await("the thing " + thing, () -> spot(thing).isPresent());
        Spot spot = spot(thing).orElseThrow();
        new SWTBotCanvas(spot.canvas()).click(spot.x(), spot.y());
    }

    private record Spot(Canvas canvas, int x, int y) {}

    private Optional<Spot> spot(String thing) {
        return ask(() -> {
            List<Spot> spots = new ArrayList<>();
            for (Shell shell : SWTUtils.display().getShells()) {
                collect(shell, thing, spots);
            }
            return spots.stream().findFirst();
        });
    }

    private static void collect(Control control, String thing, List<Spot> spots) {
        if (!control.isVisible()) {
            return;
        }
        if (control instanceof Canvas canvas && control.getData(NamedBounds.KEY) instanceof NamedBounds placed) {
            for (Map.Entry<String, Rectangle> place : placed.places().entrySet()) {
                Rectangle at = place.getValue();
                if (place.getKey().startsWith(thing) && !at.isEmpty()) {
                    spots.add(new Spot(canvas, at.x + at.width / 2, at.y + at.height / 2));
                }
            }
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, thing, spots);
            }
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
