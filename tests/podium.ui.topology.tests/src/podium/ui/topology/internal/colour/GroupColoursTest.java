// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.ui.toolkit.Palette;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.testing.Fleets;

class GroupColoursTest {
    private final Fleets fleets = new Fleets();
    private final Cluster cluster = fleets.cluster("c");
    private final Domain rack = fleets.domain(cluster, "rack", "rack-1");
    private final GroupColours colours = new GroupColours();

    /** One GPU of a new node for a job of its own. */
    private void runs(int number) {
        Node node = fleets.node(rack, "n" + number, 1);
        fleets.run(
                fleets.job(cluster, name(number), JobState.RUNNING, 1, 1),
                node.getAccelerators().getFirst());
    }

    private static String name(int number) {
        return "j" + number;
    }

    private int colour(int number) {
        return colours.of(fleets.findJob(name(number)).getNamespace() + "/" + name(number), ColourBy.JOB, scene());
    }

    private Scene scene() {
        return Scene.of(fleets.fleet());
    }

    @Test
    void theJobsOfARackHaveDifferentColoursAsLongAsThereAreEnough() {
        IntStream.range(0, Palette.GROUPS).forEach(this::runs);
        assertEquals(
                Palette.GROUPS,
                IntStream.range(0, Palette.GROUPS).map(this::colour).distinct().count());
    }

    /** Those of two zones that lie side by side on the canvas were both pink. */
    @Test
    void jobsOfDomainsThatAreFarApartDifferAsLongAsThereAreEnoughColours() {
        for (int i = 0; i < Palette.GROUPS; i++) {
            Domain zone = fleets.domain(cluster, "zone", "z" + i);
            for (int empty = 0; empty < 3; empty++) {
                fleets.node(fleets.domain(zone, "rack", "z" + i + "-r" + empty), "e" + i + "-" + empty, 1);
            }
            Node node = fleets.node(fleets.domain(zone, "rack", "z" + i + "-r"), "z" + i + "-n", 1);
            fleets.run(
                    fleets.job(cluster, name(i), JobState.RUNNING, 1, 1),
                    node.getAccelerators().getFirst());
        }
        assertEquals(
                Palette.GROUPS,
                IntStream.range(0, Palette.GROUPS).map(this::colour).distinct().count());
    }

    /** The legend said that green is a pretraining, and a small job elsewhere was green too. */
    @Test
    void aPlainColourIsThatOfOneJobAloneHoweverManyThereAre() {
        IntStream.range(0, 5 * Palette.GROUPS).forEach(this::runs);
        List<Integer> shown =
                IntStream.range(0, 5 * Palette.GROUPS).map(this::colour).boxed().toList();
        assertEquals(
                Palette.GROUPS,
                shown.stream().filter(look -> !GroupColours.isStriped(look)).count());
        assertEquals(2 * Palette.GROUPS, shown.stream().distinct().count());
    }

    @Test
    void jobsOnNodesSideBySideDifferWhereThereAreMoreThanColours() {
        int jobs = 5 * Palette.GROUPS;
        IntStream.range(0, jobs).forEach(this::runs);
        List<Integer> shown = IntStream.range(0, jobs).map(this::colour).boxed().toList();
        for (int i = 1; i < jobs; i++) {
            assertNotEquals(shown.get(i - 1), shown.get(i), "job " + i + " beside the one before it");
        }
    }

    @Test
    void aJobThatComesChangesNoColourOfOthers() {
        IntStream.range(0, 5).forEach(this::runs);
        List<Integer> before = IntStream.range(0, 5).map(this::colour).boxed().toList();
        runs(5);
        colour(5);
        assertEquals(before, IntStream.range(0, 5).map(this::colour).boxed().toList());
    }
}
