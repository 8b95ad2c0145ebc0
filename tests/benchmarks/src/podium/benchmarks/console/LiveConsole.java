// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Measures P5, P8 and P15. Needs a display of its own whose picture is in a file. */
public final class LiveConsole implements AutoCloseable {
    private static final double MILLI = 1e6;
    private static final long LOST = TimeUnit.SECONDS.toNanos(5);

    private final Path product;
    private final Path work;
    private final Frame frame;
    private final FleetServer server;
    private final Random random = new Random(3);

    private LiveConsole(Path product, Path picture, int nodes, int pods) throws IOException {
        this.product = product;
        this.work = Files.createTempDirectory("podium-live-");
        this.frame = new Frame(picture);
        this.server = new FleetServer(nodes, pods);
    }

    /**
     * @param product the folder of the built product
     * @param picture the file in which the display keeps its picture
     * @param seconds how long each pace of events is kept
     */
    public static void measure(Path product, Path picture, int nodes, int pods, int seconds)
            throws IOException, InterruptedException {
        try (LiveConsole it = new LiveConsole(product, picture, nodes, pods)) {
            it.run(seconds);
        }
    }

    private void run(int seconds) throws IOException {
        Path home = Files.createDirectories(work.resolve("home"));
        System.out.printf(
                "%,d nodes, %,d pods; what the console says is in %s%n",
                server.nodes().size(), server.pods().size(), work);
        try (Console console = new Console(product, home, work, server)) {
            long begin = System.nanoTime();
            await("the first list", console, this::synced);
            long synced = System.nanoTime();
            System.out.printf(
                    "P8  cold sync of %.0f MB in %.1f s: %s%n",
                    server.requests().bytes() / 1e6, (synced - begin) / 1e9, console.beats(begin, synced));
            settle();
            int[] pixels = visible();
            for (int pace : new int[] {0, 2000, 10_000}) {
                under(console, pace, seconds, pixels);
            }
            requests("P15 one session");
        }
        long cold = server.requests().bytes();
        server.requests().reset();
        try (Console console = new Console(product, home, work, server)) {
            long begin = System.nanoTime();
            await("a watch after a restart", console, () -> server.requests().watches() >= 2);
            System.out.printf(
                    Locale.ROOT, "P6  first watches after a restart: %.1f s%n", (System.nanoTime() - begin) / 1e9);
            settle();
            System.out.printf(
                    Locale.ROOT,
                    "P8  after a restart: %s; %d MB%n",
                    console.beats(begin, System.nanoTime()),
                    console.resident());
            requests("P15 after a restart");
        }
        System.out.printf(
                Locale.ROOT,
                "P15 bytes after a restart: %.1f MB of %.1f MB%n",
                server.requests().bytes() / 1e6,
                cold / 1e6);
    }

    /** Both kinds are listed and watched. */
    private boolean synced() {
        return server.requests().lists().size() == 2 && server.requests().watches() >= 2;
    }

    private void await(String what, Console console, BooleanSupplier condition) throws IOException {
        if (!Frame.await(() -> condition.getAsBoolean() || !console.alive(), TimeUnit.MINUTES.toNanos(5))
                || !console.alive()) {
            throw new IOException(what + " did not come; see " + work.resolve("console.log"));
        }
    }

    private void requests(String what) {
        System.out.println(what + ": lists " + server.requests().lists() + ", watches "
                + server.requests().watches() + ", other requests "
                + server.requests().others());
    }

    /** Waits until nothing of consequence is drawn any more. */
    private void settle() {
        Frame.await(() -> stillFor(1), TimeUnit.SECONDS.toNanos(60));
    }

    private boolean stillFor(int seconds) {
        int[] before = frame.pixels();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
        return differences(before, frame.pixels()) < 2000;
    }

    private static long differences(int[] before, int[] after) {
        long count = 0;
        for (int i = 0; i < before.length; i++) {
            count += before[i] == after[i] ? 0 : 1;
        }
        return count;
    }

    /** For some nodes a pixel that has one colour when the node is cordoned and another when it is not; -1 for a node without. */
    private int[] visible() {
        BitSet[] following = new BitSet[20];
        for (int i = 0; i < following.length; i++) {
            following[i] = following(node(i));
        }
        int[] pixels = new int[following.length];
        for (int i = 0; i < pixels.length; i++) {
            // what follows other nodes too is a sum, which others may change at any time
            for (int other = 0; other < pixels.length; other++) {
                if (other != i) {
                    following[i].andNot(following[other]);
                }
            }
            pixels[i] = following[i].nextSetBit(0);
        }
        System.out.println("P5  a cordon is seen of "
                + Arrays.stream(pixels).filter(at -> at >= 0).count() + " of " + pixels.length + " nodes");
        return pixels;
    }

    private int node(int i) {
        return (i * 2 + 1) * server.nodes().size() / 41;
    }

    /** The pixels that change with a node's cordon and back again, each time. */
    private BitSet following(int node) {
        int[][] seen = new int[5][];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = frame.pixels();
            server.nodes().toggle(node);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(800));
        }
        BitSet found = new BitSet();
        for (int at = 0; at < seen[0].length; at++) {
            found.set(
                    at,
                    seen[0][at] != seen[1][at]
                            && seen[0][at] == seen[2][at]
                            && seen[1][at] == seen[3][at]
                            && seen[0][at] == seen[4][at]);
        }
        server.nodes().toggle(node);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(800));
        return found;
    }

    private void under(Console console, int pace, int seconds, int[] pixels) throws IOException {
        long from = System.nanoTime();
        Duration cpu = console.cpu();
        long first = server.pods().head();
        double[] delays;
        try (Pace _ = new Pace(server.pods(), pace)) {
            delays = delays(pixels, from + TimeUnit.SECONDS.toNanos(seconds));
        }
        long to = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "P8  %,d events/s (%,.0f came): %s; %.2f cores, %d MB%n",
                pace,
                (server.pods().head() - first) / ((to - from) / 1e9),
                console.beats(from, to),
                console.cpu().minus(cpu).toNanos() / (double) (to - from),
                console.resident());
        Arrays.sort(delays);
        if (delays.length > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "P5  %,d events/s: %d changes, socket to pixel median %.1f ms, p99 %.1f ms, worst %.1f ms%n",
                    pace,
                    delays.length,
                    delays[delays.length / 2],
                    delays[delays.length * 99 / 100],
                    delays[delays.length - 1]);
        }
    }

    /** From the socket to the pixel, in ms, one change after the other until the time is over. */
    private double[] delays(int[] pixels, long until) {
        double[] delays = new double[100_000];
        int count = 0;
        while (System.nanoTime() < until) {
            int i = random.nextInt(pixels.length);
            if (pixels[i] < 0) {
                continue;
            }
            // cordoned and uncordoned again, so that the picture is the same before each
            for (int turn = 0; turn < 2; turn++) {
                int colour = frame.pixel(pixels[i]);
                server.nodes().toggle(node(i));
                boolean seen = frame.awaitChange(pixels[i], colour, LOST);
                delays[count++] = (seen ? System.nanoTime() - server.nodes().written() : LOST) / MILLI;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30 + random.nextInt(100)));
            }
        }
        return Arrays.copyOf(delays, count);
    }

    @Override
    public void close() {
        server.close();
    }
}
