// SPDX-License-Identifier: Apache-2.0
package podium.journeys.views;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import podium.ui.fleet.FleetTreeModel;
import podium.ui.label.SameClusters;
import podium.ui.label.WaitingJobs;
import podium.ui.topology.internal.model.TopologyModel;

/**
 * After any history, closing and opening included, each view shows what it would show had only what is left ever been seen. A
 * history that proves otherwise is shortened before it is reported. {@code -Dpodium.views.histories=10000} looks longer,
 * {@code -Dpodium.views.seed=17} at one.
 */
class ViewsAgreeTest {
    private static final int HISTORIES = Integer.getInteger("podium.views.histories", 200);

    @Test
    void eachViewShowsWhatIsThereWhateverHappened() {
        long only = Long.getLong("podium.views.seed", -1);
        long first = only >= 0 ? only : 1;
        for (long seed = first; seed < first + (only >= 0 ? 1 : HISTORIES); seed++) {
            List<Step> steps = Histories.of(seed);
            Optional<Flaw> flaw = flaw(steps);
            if (flaw.isPresent()) {
                List<Step> least = shortened(steps, flaw.get().view());
                Flaw told = flaw(least).orElse(flaw.get());
                fail("seed " + seed + ", view " + told.view() + ", after\n" + lines(least) + told.words());
            }
        }
    }

    /** A view that does not show what it should. */
    private record Flaw(String view, List<String> anew, List<String> kept) {
        String words() {
            List<String> missing = new ArrayList<>(anew);
            missing.removeAll(kept);
            List<String> wrong = new ArrayList<>(kept);
            wrong.removeAll(anew);
            boolean order = missing.isEmpty() && wrong.isEmpty();
            return "it should show\n" + lines(order ? anew : missing) + "and shows\n" + lines(order ? kept : wrong);
        }
    }

    private static Optional<Flaw> flaw(List<Step> steps) {
        World world = new World();
        Console lived = new Console();
        steps.forEach(step -> lived.take(step, world));
        lived.look();
        Console anew = new Console();
        long seed = steps.hashCode();
        for (String cluster : world.open()) {
            anew.open(cluster, world.all(cluster, new Random(seed).nextLong()));
        }
        anew.look();
        Map<String, List<String>> right = all(anew, true);
        Map<String, List<String>> shown = all(lived, false);
        right.keySet().removeIf(view -> !view.matches(System.getProperty("podium.views.only", ".*")));
        for (String view : right.keySet()) {
            if (!right.get(view).equals(shown.get(view))) {
                return Optional.of(new Flaw(view, right.get(view), shown.get(view)));
            }
        }
        return Optional.empty();
    }

    private static Map<String, List<String>> all(Console console, boolean anew) {
        Map<String, List<String>> views = new LinkedHashMap<>();
        views.put("model", Pictures.model(console.fleet()));
        views.put("tree", Pictures.tree(anew ? new FleetTreeModel() : console.tree, console.fleet()));
        views.put("jobs", Pictures.jobs(anew ? Pictures.jobs(console.fleet()) : console.jobs));
        views.put("canvas", Pictures.stage(anew ? new TopologyModel(console.fleet()) : console.stage));
        views.put(
                "waiting",
                Pictures.waiting(anew ? new WaitingJobs(console.fleet(), new SameClusters(_ -> "")) : console.waiting));
        views.put("placement", Pictures.placement(console));
        views.put("totals", Pictures.totals(console));
        return views;
    }

    /** Takes away what the flaw does not need. */
    private static List<Step> shortened(List<Step> steps, String view) {
        List<Step> least = new ArrayList<>(steps);
        for (int size = least.size() / 2; size > 0; size = size == 1 ? 0 : size / 2) {
            int before;
            do {
                before = least.size();
                for (int at = least.size() - size; at >= 0; at -= size) {
                    List<Step> fewer = new ArrayList<>(least);
                    fewer.subList(at, Math.min(at + size, fewer.size())).clear();
                    if (flaw(fewer).filter(it -> it.view().equals(view)).isPresent()) {
                        least = fewer;
                    }
                }
            } while (size == 1 && least.size() < before);
        }
        return least;
    }

    private static String lines(List<?> all) {
        StringBuilder text = new StringBuilder();
        all.forEach(one -> text.append("  ").append(one).append('\n'));
        return text.toString();
    }
}
