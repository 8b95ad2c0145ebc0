// SPDX-License-Identifier: Apache-2.0
package podium.journeys.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import podium.core.change.Change;

/** Random histories of two clusters: the same seed, the same history. */
final class Histories {
    private static final String[] CLUSTERS = {"beta", "alpha"};

    private Histories() {}

    static List<Step> of(long seed) {
        Random random = new Random(seed);
        Made made = new Made(random);
        World world = new World();
        List<Step> steps = new ArrayList<>();
        add(new Step.Open(CLUSTERS[random.nextInt(2)], random.nextLong(), true), steps, world);
        int length = 20 + random.nextInt(120);
        for (int i = 0; i < length; i++) {
            String cluster = CLUSTERS[random.nextInt(2)];
            int what = random.nextInt(40);
            if (!world.isOpen(cluster)) {
                if (what < 8) {
                    add(new Step.Open(cluster, random.nextLong(), random.nextBoolean()), steps, world);
                }
            } else if (what == 0) {
                add(new Step.Close(cluster), steps, world);
            } else if (what < 9) {
                add(new Step.Look(), steps, world);
            } else if (what < 14) {
                remove(world.any(cluster, random), cluster, steps, world);
            } else if (what == 15) {
                add(new Step.Late(cluster, made.change()), steps, world);
            } else if (what == 14) {
                relist(cluster, random, steps, world);
            } else {
                see(made.change(), cluster, steps, world);
            }
        }
        return steps;
    }

    private static void add(Step step, List<Step> steps, World world) {
        steps.add(step);
        world.take(step);
    }

    private static void remove(Change known, String cluster, List<Step> steps, World world) {
        Change.Gone gone = known == null ? null : World.gone(known);
        if (gone != null) {
            add(new Step.Say(cluster, gone), steps, world);
        }
    }

    /** As a mirror tells it: one with another uid under the same name means that the earlier one is gone. */
    private static void see(Change change, String cluster, List<Step> steps, World world) {
        Change.Gone gone = World.gone(change);
        if (gone != null) {
            world.known(cluster, change)
                    .filter(before -> !World.uid(before).equals(gone.uid()))
                    .ifPresent(before -> remove(before, cluster, steps, world));
        }
        add(new Step.Say(cluster, change), steps, world);
    }

    /** All is told again, and some of it is gone. */
    private static void relist(String cluster, Random random, List<Step> steps, World world) {
        for (Change change : world.all(cluster, random.nextLong())) {
            if (random.nextInt(8) == 0) {
                remove(change, cluster, steps, world);
            } else if (random.nextInt(3) == 0) {
                add(new Step.Say(cluster, change), steps, world);
            }
        }
    }
}
