// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.change.SyncState;
import podium.core.fleet.InputKind;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Queue;
import podium.model.value.Resources;
import podium.placement.Target;
import podium.placement.whatif.Hypothesis;
import podium.placement.whatif.HypothesisReader;
import podium.placement.whatif.HypothesisReader.Names;
import podium.placement.whatif.HypothesisReader.Reading;

class HypothesisReaderTest {
    private final FleetBench bench = new FleetBench();

    @BeforeEach
    void twoRacks() {
        bench.show(
                Seen.gpuNode("n1", 8, "topology.kubernetes.io/rack", "7"),
                Seen.gpuNode("n2", 8, "topology.kubernetes.io/rack", "rack-8"));
        Queue queue = FleetFactory.INSTANCE.createQueue();
        queue.setName("team-a");
        queue.setQuota(Resources.parse("cpu=1,nvidia.com/gpu=8"));
        bench.cluster.getQueues().add(queue);
    }

    @Test
    void aLineIsReadInOrder() {
        Reading reading = read("down rack-7; submit 64x8 ;; add 4 like n1; quota team-a 64");
        assertEquals(Optional.empty(), reading.problem());
        assertEquals(
                List.of("down rack/7", "submit 64x8", "add 4 like n1", "quota team-a 64"),
                reading.hypotheses().stream().map(Hypothesis::text).toList());
    }

    @Test
    void whereANameIsExpectedThoseThatCanBeReadThereAreKnown() {
        List<String> places = List.of("rack/7", "rack-8", "n1", "n2");
        assertEquals(new Names(places, ""), new HypothesisReader(bench.cluster).names("down "));
        assertEquals(new Names(places, "n"), new HypothesisReader(bench.cluster).names("submit 4x8; down n1, n"));
        assertEquals(new Names(List.of("n1", "n2"), "n"), new HypothesisReader(bench.cluster).names("add 4 like n"));
        assertEquals(new Names(List.of("team-a"), "t"), new HypothesisReader(bench.cluster).names("quota t"));
        assertEquals(new Names(List.of(), ""), new HypothesisReader(bench.cluster).names("submit 4"));
        places.forEach(
                name -> assertEquals(Optional.empty(), read("down " + name).problem()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"down rack-7", "down 7", "down rack/7", "DOWN rack 7", "remove rack-7"})
    void aDomainIsKnownByItsNameWithAndWithoutItsLevel(String line) {
        assertEquals(
                new Hypothesis.Down(new Target.OnDomain(bench.node("n1").getDomain())),
                read(line).hypotheses().getFirst());
    }

    @Test
    void whatIsSaidOfADomainNamesItsLevelOnceAndIsReadAgain() {
        List<Hypothesis> read = read("down rack/rack-8").hypotheses();
        assertEquals("down rack-8", read.getFirst().text());
        assertEquals(read, read(read.getFirst().text()).hypotheses());
    }

    @Test
    void namesGoBeforeLevelsAndSeveralAreJoinedByCommas() {
        assertEquals(
                List.of(
                        new Hypothesis.Down(new Target.OnNode(bench.node("n1"))),
                        new Hypothesis.Down(new Target.OnDomain(bench.node("n2").getDomain()))),
                read("down n1, rack-8").hypotheses());
    }

    @Test
    void whatIsWrittenIsReadBack() {
        bench.show(new Change.FactSeen(new SchedulingObject.PriorityClass("prod", 1, false, false)));
        for (Hypothesis hypothesis :
                read("down rack-7; down n2; submit 3 x 2; submit 3x2 priority prod; add 1 like n2; quota team-a 9;"
                                + " quota team-a cpu 9")
                        .hypotheses()) {
            assertEquals(List.of(hypothesis), read(hypothesis.text()).hypotheses());
        }
    }

    @Test
    void aQuotaIsOfTheDevicesTheQueueHasUnlessNamed() {
        assertEquals(
                "nvidia.com/gpu",
                ((Hypothesis.Quota) read("quota team-a 64").hypotheses().getFirst()).resource());
        assertEquals(
                "nvidia.com/gpu",
                ((Hypothesis.Quota) read("quota team-a gpu 64").hypotheses().getFirst()).resource());
        assertEquals(
                "cpu",
                ((Hypothesis.Quota) read("quota team-a cpu 64").hypotheses().getFirst()).resource());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up rack-7",
                "down",
                "down rack-9",
                "submit 64",
                "submit 0x8",
                "submit 8x999999",
                "submit 8x1 priority nobody",
                "submit",
                "add n1",
                "add 4 like rack-7",
                "add 0 like n1",
                "quota nobody 5",
                "quota team-a",
                "nonsense"
            })
    void whatIsNotUnderstoodIsSaidWithoutGuessing(String line) {
        Reading reading = read("submit 1x1; " + line);
        assertTrue(reading.problem().isPresent(), line);
        assertEquals(1, reading.hypotheses().size(), "what came before is kept");
    }

    @ParameterizedTest
    @CsvSource({
        "quota nobody 5,LOCAL_QUEUES",
        "submit 8x1 priority nobody,PRIORITIES",
        "down rack-9,NODES",
    })
    void whatMayNotBeReadIsSaidWithWhatIsNotKnown(String line, InputKind kind) {
        bench.show(new Change.KindRead(kind.resource(), SyncState.REFUSED, ""));
        String problem = read(line).problem().orElseThrow();
        assertTrue(problem.contains("Not all is known: no right to read: " + kind.words()), problem);
    }

    @Test
    void anEmptyLineSupposesNothing() {
        assertEquals(new Reading(List.of(), Optional.empty()), read(" ; "));
    }

    private Reading read(String line) {
        return new HypothesisReader(bench.cluster).read(line);
    }
}
