// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks.console;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * An agent of a JVM with SWT in it: each 5 ms it asks the UI thread for a sign of life and writes, one line each, to
 * the file that is its argument: when, how long that took, and how much of it the thread worked, in nanoseconds.
 */
public final class Beat {
    private static final long PACE = 5;

    private Beat() {}

    public static void premain(String file, Instrumentation instrumentation) throws IOException {
        PrintStream out = new PrintStream(Files.newOutputStream(Path.of(file)), false);
        Thread.ofPlatform().daemon().name("beat").start(() -> {
            try {
                run(instrumentation, out);
            } catch (ReflectiveOperationException | InterruptedException e) {
                e.printStackTrace(out);
            } finally {
                out.close();
            }
        });
    }

    /** Writes a JAR of this class that a JVM takes as an agent. */
    static Path jar(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", Beat.class.getName());
        Path jar = folder.resolve("beat.jar");
        String entry = Beat.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry(entry));
            try (var in = Beat.class.getClassLoader().getResourceAsStream(entry)) {
                in.transferTo(out);
            }
            out.closeEntry();
        }
        return jar;
    }

    private static void run(Instrumentation instrumentation, PrintStream out)
            throws ReflectiveOperationException, InterruptedException {
        Object display = display(instrumentation);
        Method async = display.getClass().getMethod("asyncExec", Runnable.class);
        Method disposed = display.getClass().getMethod("isDisposed");
        long thread = ((Thread) display.getClass().getMethod("getThread").invoke(display)).threadId();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        ArrayBlockingQueue<long[]> signs = new ArrayBlockingQueue<>(1);
        while (!(Boolean) disposed.invoke(display)) {
            long asked = System.nanoTime();
            long busy = threads.getThreadCpuTime(thread);
            async.invoke(display, (Runnable)
                    () -> signs.offer(new long[] {System.nanoTime(), threads.getCurrentThreadCpuTime()}));
            long[] sign = signs.poll(60, TimeUnit.SECONDS);
            if (sign == null) {
                sign = new long[] {System.nanoTime(), threads.getThreadCpuTime(thread)};
            }
            out.println(asked + " " + (sign[0] - asked) + " " + (sign[1] - busy));
            out.flush();
            Thread.sleep(PACE);
        }
    }

    /** SWT's display, once there is one: it belongs to the thread that was first. */
    private static Object display(Instrumentation instrumentation)
            throws ReflectiveOperationException, InterruptedException {
        Thread first = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("main"))
                .findFirst()
                .orElseThrow();
        while (true) {
            for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
                if (loaded.getName().equals("org.eclipse.swt.widgets.Display")) {
                    Object display =
                            loaded.getMethod("findDisplay", Thread.class).invoke(null, first);
                    if (display != null) {
                        return display;
                    }
                }
            }
            Thread.sleep(20);
        }
    }
}
