// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import javax.management.ObjectName;

/**
 * Runs one contestant in a process of its own. Arguments: contestant, goal, server, file of its certificate or "-", pods, events,
 * rounds. Prints a line {@code round CPU-NANOS WALL-NANOS} for each round, the first being the cold one; for P2 a line
 * {@code heap BYTES} for what is kept after the last and, with {@code -Dhistogram=true}, of which classes it is.
 */
public final class Child {
    /** Bytes by which two readings of a heap at rest may differ. */
    private static final long NOISE = 64 * 1024;

    private Child() {}

    public static void main(String[] args) throws Exception {
        Contestant contestant =
                switch (args[0]) {
                    case "podium" -> new Podium(false);
                    case "podium+model" -> new Podium(true);
                    case "fabric8" -> new Fabric8();
                    case "jackson" -> new Jackson(true);
                    case "bytes" -> new Jackson(false);
                    default -> throw new IllegalArgumentException(args[0]);
                };
        Contestant.Server server = new Contestant.Server(args[2], args[3].equals("-") ? "" : args[3]);
        int pods = Integer.parseInt(args[4]);
        int rounds = Integer.parseInt(args[6]);
        switch (args[1]) {
            case "P1" -> lists(contestant, server, pods, rounds);
            case "P2" -> heap(contestant, server, pods);
            case "P4" -> {
                for (int round = 0; round < rounds; round++) {
                    System.out.println("round 0 " + contestant.watch(server, pods, Integer.parseInt(args[5])));
                }
            }
            default -> throw new IllegalArgumentException(args[1]);
        }
        System.exit(0);
    }

    private static void lists(Contestant contestant, Contestant.Server server, int pods, int rounds) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int round = 0; round < rounds; round++) {
            long cpu = system.getProcessCpuTime();
            long wall = System.nanoTime();
            Contestant.Held held = contestant.list(server, pods);
            System.out.println("round " + (system.getProcessCpuTime() - cpu) + " " + (System.nanoTime() - wall));
            check(held, pods);
            held.close();
        }
    }

    /** A first list loads classes and fills caches; what the second one adds is what the pods cost. */
    private static void heap(Contestant contestant, Contestant.Server server, int pods) throws Exception {
        contestant.list(server, pods).close();
        long base = atRest();
        Contestant.Held held = contestant.list(server, pods);
        long kept = atRest() - base;
        check(held, pods);
        System.out.println("heap " + kept);
        if (Boolean.getBoolean("histogram")) {
            System.out.println(ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()})
                    .toString()
                    .lines()
                    .limit(40)
                    .reduce("", (text, line) -> text + "| " + line + "\n"));
        }
        held.close();
    }

    private static void check(Contestant.Held held, int pods) {
        if (held.size() != pods) {
            throw new IllegalStateException(held.size() + " of " + pods + " pods");
        }
    }

    /** Bytes in use when collecting again frees nothing more. */
    private static long atRest() {
        long before = Long.MAX_VALUE;
        long now = collected();
        for (int i = 0; i < 20 && before - now > NOISE; i++) {
            before = now;
            now = collected();
        }
        return now;
    }

    private static long collected() {
        WeakReference<Object> garbage = new WeakReference<>(new Object());
        while (garbage.get() != null) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
