// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.json.ObservedObject;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiStream;

/** What is new about what a list or a watch shows, and what is asked to see it. */
class ChangeDetectorTest {
    private final List<List<Change>> runs = new ArrayList<>();
    private final ChangeBatcher outlet = new ChangeBatcher(new ClusterId("c"), (_, changes) -> runs.add(changes));
    private final ChangeDetector applier = new ChangeDetector("ResourceSlice", outlet, false);

    private static Change said(String what) {
        return new Change.DevicesSeen("n", what, List.of());
    }

    private static ObservedObject seen(String name, String uid, String version) {
        return new ObservedObject(
                "", name, uid, version, List.of(said(name + " " + version)), List.of(said(name + " goes")), null);
    }

    private List<Change> told() {
        outlet.flush();
        List<Change> all = runs.stream().flatMap(List::stream).toList();
        runs.clear();
        return all;
    }

    @Test
    void anObjectIsToldOnceForEachOfItsVersions() {
        applier.seen(seen("a", "u", "1"), false);
        applier.seen(seen("a", "u", "1"), false);
        applier.seen(seen("a", "u", "2"), false);
        assertEquals(List.of(said("a 1"), said("a 2")), told());
        assertEquals(1, applier.size());
    }

    @Test
    void whatAnObjectNoLongerSaysIsTakenBackAtOnce() {
        applier.seen(seen("a", "u", "1"), false);
        applier.seen(new ObservedObject("", "a", "u", "2", List.of(said("a 2")), List.of(), null), false);
        applier.deleted(new ObservedObject("", "a", "u", "3", List.of(), List.of(), null));
        assertEquals(
                List.of(said("a 1"), said("a goes"), said("a 2"), new Change.Gone("ResourceSlice", "", "a", "u")),
                told());
    }

    @Test
    void whatALaterListDoesNotShowIsGoneWithItsFarewell() {
        applier.seen(seen("a", "ua", "1"), false);
        applier.seen(seen("b", "ub", "1"), false);
        told();
        applier.beginList();
        applier.seen(seen("b", "ub", "1"), true);
        applier.endList();
        assertEquals(List.of(said("a goes"), new Change.Gone("ResourceSlice", "", "a", "ua")), told());
        assertEquals(1, applier.size());
    }

    @Test
    void anObjectOfTheSameNameTakesTheFormersPlace() {
        applier.seen(seen("a", "old", "1"), false);
        told();
        applier.seen(seen("a", "new", "2"), false);
        assertEquals(List.of(said("a goes"), new Change.Gone("ResourceSlice", "", "a", "old"), said("a 2")), told());
    }

    @Test
    void aDeletionOfWhatIsNotThereIsNoNews() {
        applier.deleted(seen("a", "u", "1"));
        assertEquals(List.of(), told());
        applier.seen(seen("a", "u", "2"), false);
        applier.deleted(seen("a", "former", "1"));
        assertEquals(List.of(said("a 2")), told(), "the deletion was of the former one");
    }

    @Test
    void anObjectWithoutANameIsNone() {
        applier.seen(seen("", "u", "1"), false);
        assertEquals(List.of(), told());
        assertEquals(0, applier.size());
    }

    @Test
    void aKindThatIsNotServedAnyMoreTakesAllOfItAway() {
        applier.seen(seen("a", "u", "1"), false);
        applier.vanish();
        assertEquals(0, applier.size());
        assertTrue(told().contains(new Change.Gone("ResourceSlice", "", "a", "u")));
    }

    @Test
    void changesLeaveInRunsSoThatABusyStreamCostsFewCalls() {
        for (int i = 0; i < 1100; i++) {
            outlet.add(said("" + i));
        }
        assertEquals(List.of(512, 512), runs.stream().map(List::size).toList());
        outlet.flush();
        outlet.flush();
        assertEquals(List.of(512, 512, 76), runs.stream().map(List::size).toList(), "an empty run is not sent");
    }

    private static final FeedRequests REQUESTS = new FeedRequests(MirrorTiming.usual(), new Random(7));

    @Test
    void aPageIsAskedForPackedWhereTheServerIsFar() {
        ApiRequest far = REQUESTS.list("/api/v1/pods", "a/b=", true);
        assertEquals("/api/v1/pods?limit=500&continue=a%2Fb%3D", far.path());
        assertEquals(Map.of("Accept-Encoding", "gzip"), far.headers());
        assertEquals(Map.of(), REQUESTS.list("/api/v1/pods", "", false).headers());
        assertEquals(
                "/api/v1/pods?limit=500",
                REQUESTS.list("/api/v1/pods", "", false).path());
    }

    @Test
    void aListThatDoesNotBeginIsGivenMoreTimeEachTime() {
        assertEquals(MirrorTiming.usual().silence(), REQUESTS.patience(0), "the connection may be dead");
        assertEquals(Duration.ofSeconds(18), REQUESTS.patience(1));
        assertEquals(Duration.ofSeconds(30), REQUESTS.patience(2), "the server may be slow");
        assertEquals(Duration.ofSeconds(30), REQUESTS.patience(Integer.MAX_VALUE));
    }

    @Test
    void aWatchEndsSoonSoThatItsSilenceMeansSomething() {
        MirrorTiming timing = MirrorTiming.usual();
        assertTrue(timing.silence().compareTo(timing.watch()) > 0);
        assertTrue(timing.silence().plus(timing.tick()).compareTo(Duration.ofSeconds(10)) < 0, "R1");
        assertEquals(Set.of("6", "7"), lengths(false), "they do not end together");
        assertEquals(Set.of("8", "9"), lengths(true), "a bookmark comes two seconds before the end");
        String initial = REQUESTS.initial("/api/v1/pods").path();
        assertTrue(initial.contains("sendInitialEvents=true&resourceVersionMatch=NotOlderThan"), initial);
        assertFalse(initial.contains("resourceVersion="), initial);
        assertTrue(initial.contains("timeoutSeconds=600"), "the state of a large cluster takes its time");
    }

    private static Set<String> lengths(boolean announced) {
        Set<String> lengths = new TreeSet<>();
        for (int i = 0; i < 100; i++) {
            String path = REQUESTS.watch("/api/v1/pods", "5", REQUESTS.brief(announced))
                    .path();
            assertTrue(path.endsWith("&resourceVersion=5"), path);
            lengths.add(path.replaceAll(".*timeoutSeconds=(\\d+).*", "$1"));
        }
        return lengths;
    }

    /** A stream that ends when told to. */
    private static final class Ended implements ApiStream {
        private final Map<String, String> headers;
        private boolean closed;

        Ended(Map<String, String> headers) {
            this.headers = headers;
        }

        @Override
        public int status() {
            return 429;
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        @Override
        public InputStream body() {
            return new ByteArrayInputStream("{\"message\":\"slow down\"}".getBytes());
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void aRefusedStreamTellsItsWordsAndHowLongToWait() throws IOException {
        StatusException told = FeedRequests.failure(new Ended(Map.of("Retry-After", " 9 ")));
        assertEquals("slow down", told.getMessage());
        assertEquals(Optional.of(Duration.ofSeconds(9)), told.retryAfter());
        assertEquals(
                Optional.of(Duration.ofMinutes(1)),
                FeedRequests.failure(new Ended(Map.of("Retry-After", "99999999")))
                        .retryAfter(),
                "no server may put the console to sleep");
        assertEquals(
                Optional.empty(),
                FeedRequests.failure(new Ended(Map.of("Retry-After", "tomorrow")))
                        .retryAfter());
    }

    @Test
    void aStreamThatIsDroppedIsToldFromOneThatBroke() {
        Instant[] now = {Instant.EPOCH};
        StreamWatch watch = new StreamWatch(() -> now[0], Duration.ofSeconds(10));
        Ended stream = new Ended(Map.of());
        watch.drop();
        assertFalse(watch.wasDropped(), "there was none to drop");
        watch.open(stream, Duration.ofSeconds(10));
        now[0] = now[0].plusSeconds(10);
        assertFalse(watch.isSilent());
        now[0] = now[0].plusMillis(1);
        assertTrue(watch.isSilent());
        assertTrue(watch.isDead());
        watch.heard();
        assertFalse(watch.isDead());
        assertFalse(watch.isSilent());
        watch.drop();
        assertTrue(stream.closed);
        assertTrue(watch.wasDropped());
        assertFalse(watch.wasDropped(), "once");
        watch.closed();
        now[0] = now[0].plusSeconds(3600);
        assertFalse(watch.isDead(), "no stream to be dead");
        assertTrue(watch.isSilent(), "but nothing was heard either");
    }

    @Test
    void aClockThatIsSetBackHidesASilenceForNoLongerThanItLasts() {
        Instant[] now = {Instant.EPOCH.plusSeconds(7200)};
        StreamWatch watch = new StreamWatch(() -> now[0], Duration.ofSeconds(10));
        watch.open(new Ended(Map.of()), Duration.ofSeconds(10));
        now[0] = now[0].minusSeconds(3600);
        assertFalse(watch.isDead());
        now[0] = now[0].plusSeconds(11);
        assertTrue(watch.isDead());
        assertEquals(Instant.EPOCH.plusSeconds(3600), watch.last());
    }
}
