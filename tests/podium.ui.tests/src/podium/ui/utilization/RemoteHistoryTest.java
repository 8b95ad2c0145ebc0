// SPDX-License-Identifier: Apache-2.0
package podium.ui.utilization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.HistoryReader.Span;
import podium.core.metrics.Metric;
import podium.core.testkit.DirectRealm;
import podium.ui.fake.FakePast;
import podium.ui.toolkit.BackgroundWork;

class RemoteHistoryTest {
    private static final ClusterId LAB = new ClusterId("lab");
    private static final DeviceKey DEVICE = new DeviceKey(LAB, "n1", 0);
    private static final Set<Span> WEEK = spans(0);
    private static final Set<Span> NEXT = spans(60_000);

    private final FakePast server = new FakePast();
    private Instant now = Instant.EPOCH;
    private int changes;
    private final RemoteHistory past =
            new RemoteHistory(server, new BackgroundWork(new DirectRealm()), () -> now, () -> changes++);

    private static Set<Span> spans(long from) {
        return Set.of(
                new Span(LAB, Metric.POWER, from, Duration.ofMinutes(1), 10),
                new Span(LAB, Metric.ACTIVITY, from, Duration.ofMinutes(1), 10));
    }

    @Test
    void whatIsAskedForIsKnownOnceItCame() {
        server.serve("http://prometheus:9090");
        past.ask(WEEK);
        assertTrue(past.caption().contains("asking Prometheus, 0 of 2"), past.caption());
        assertEquals(Map.of(), past.known(WEEK));
        server.answer(List.of(DEVICE), 0.5);
        assertEquals(2, changes);
        assertEquals(0.5, past.known(WEEK).get(Metric.POWER).get(DEVICE).average()[3]);
        assertEquals(
                " Before that from http://prometheus:9090, minimum, mean and maximum every 1 min.",
                plain(past.caption()));
        assertEquals(Map.of(), past.known(NEXT), "what was told of one span is not shown for another");
    }

    @Test
    void theSameSpanIsAskedOnce() {
        server.serve("p");
        past.ask(WEEK);
        past.ask(WEEK);
        assertEquals(2, server.asked.size());
        server.answer(List.of(DEVICE), 1);
        past.ask(WEEK);
        assertEquals(0, server.open());
        assertEquals(2, server.asked.size());
    }

    @Test
    void anotherSpanGivesUpTheOneThatIsUnderWay() {
        server.serve("p");
        past.ask(WEEK);
        past.ask(NEXT);
        assertEquals(2, server.open());
        assertTrue(server.asked.entrySet().stream()
                .filter(entry -> WEEK.contains(entry.getKey()))
                .allMatch(entry -> entry.getValue().isCancelled()));
        past.stop();
        assertEquals(0, server.open());
        assertEquals(0, changes);
        assertEquals("", past.caption());
    }

    @Test
    void aFailureIsToldInTheWordsOfTheServerAndTriedAgainAfterAWhile() {
        server.serve("p");
        past.ask(WEEK);
        server.fail(new IllegalArgumentException("the query failed: query processing would load too many samples"));
        assertTrue(past.caption().contains("could not be read: the query failed: query processing"), past.caption());
        past.ask(WEEK);
        assertEquals(0, server.open(), "not at once");
        now = now.plusSeconds(31);
        past.ask(WEEK);
        assertEquals(2, server.open());
        assertFalse(past.caption().contains("could not"), past.caption());
    }

    @Test
    void oneAnswerIsShownThoughAnotherFailed() {
        server.serve("p");
        past.ask(WEEK);
        server.asked.entrySet().stream()
                .filter(entry -> entry.getKey().metric() == Metric.ACTIVITY)
                .forEach(entry -> entry.getValue().completeExceptionally(new IOException("it was reset on the way")));
        server.answer(List.of(DEVICE), 2);
        assertEquals(Set.of(Metric.POWER), past.known(WEEK).keySet());
        assertTrue(past.caption().contains("reset"), past.caption());
    }

    @Test
    void severalClustersWithoutAServerAreToldInOneSentence() {
        past.ask(Set.of(
                new Span(LAB, Metric.POWER, 0, Duration.ofMinutes(1), 10),
                new Span(new ClusterId("edge"), Metric.POWER, 0, Duration.ofMinutes(1), 10)));
        assertTrue(past.caption().contains("have no Prometheus among their sources"), past.caption());
    }

    @Test
    void aClusterWithoutAServerIsSaidToKeepNothingUntilOneIsThere() {
        past.ask(WEEK);
        assertTrue(past.caption().contains("lab has no Prometheus among its sources"), past.caption());
        assertEquals(0, server.asked.size());
        server.serve("p");
        past.ask(WEEK);
        assertEquals(2, server.open());
        assertFalse(past.caption().contains("no Prometheus"), past.caption());
    }

    @Test
    void aServerThatKnowsNoneOfTheDevicesIsSaidToKnowNothing() {
        server.serve("p");
        past.ask(WEEK);
        server.answer(List.of(), 2);
        assertTrue(past.caption().contains("p, which has no data on it."), past.caption());
    }

    private static String plain(String text) {
        return text.replace('\u2009', ' ');
    }
}
