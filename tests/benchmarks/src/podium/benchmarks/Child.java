// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Runs one contestant in a process of its own. Arguments: contestant, P1 or P4, server, pods, events, rounds. Prints a
 * line {@code round CPU-NANOS WALL-NANOS} for each round, the first being the cold one, and for P1 a line
 * {@code heap BYTES} for what is kept after the last.
 */
public final class Child {
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
        String server = args[2];
        int pods = Integer.parseInt(args[3]);
        int events = Integer.parseInt(args[4]);
        int rounds = Integer.parseInt(args[5]);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int round = 0; round < rounds; round++) {
            long base = args[1].equals("P1") && round == rounds - 1 ? used() : 0;
            long cpu = system.getProcessCpuTime();
            long wall = System.nanoTime();
            if (args[1].equals("P4")) {
                System.out.println("round 0 " + contestant.watch(server, pods, events));
                continue;
            }
            Contestant.Held held = contestant.list(server, pods);
            System.out.println("round " + (system.getProcessCpuTime() - cpu) + " " + (System.nanoTime() - wall));
            if (held.size() != pods) {
                throw new IllegalStateException(held.size() + " of " + pods + " pods");
            }
            if (round == rounds - 1) {
                System.out.println("heap " + (used() - base));
            }
            held.close();
        }
        System.exit(0);
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
