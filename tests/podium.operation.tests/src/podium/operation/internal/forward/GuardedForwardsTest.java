// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.forward.ForwardTarget;
import podium.core.forward.PodTunnels;
import podium.core.testkit.LabCluster;
import podium.operation.AuditNotes;
import podium.operation.AuditedAction;
import podium.operation.forward.PortForward;
import podium.operation.rule.ChangeLocks;
import podium.testkit.Await;

class GuardedForwardsTest implements ChangeLocks, AuditNotes {
    private static final ForwardTarget POD = new ForwardTarget(ForwardTarget.Kind.POD, "team", "web-a", 8000);
    private static final ForwardTarget SERVICE = new ForwardTarget(ForwardTarget.Kind.SERVICE, "team", "web", 80);

    private final List<String> journal = Collections.synchronizedList(new ArrayList<>());
    private final List<String> records = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> objects = Collections.synchronizedMap(new HashMap<>());
    private final Lab lab = new Lab();
    private Optional<Consumer<ClusterId>> locking = Optional.empty();
    private final GuardedForwards forwards = new GuardedForwards(lab, this, this);
    private volatile boolean locked;
    private volatile boolean full;
    private volatile boolean lockedMeanwhile;

    /** Its pods answer with their name and port, and end the connection. */
    private final class Lab extends LabCluster implements PodTunnels, ObjectReader {
        private volatile String breaks = "";

        @Override
        public End carry(String namespace, String pod, int port, SocketChannel local) throws IOException {
            if (!objects.containsKey("/api/v1/namespaces/" + namespace + "/pods/" + pod)) {
                return new End(false, "the server answered 404");
            }
            local.write(ByteBuffer.wrap((pod + ":" + port).getBytes(StandardCharsets.UTF_8)));
            return new End(true, breaks);
        }

        @Override
        public Optional<String> read(ObjectRef ref) {
            return Optional.ofNullable(objects.get(ref.path()));
        }

        @Override
        public List<String> list(ObjectRef collection, String labelSelector, String fieldSelector) {
            return objects.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(collection.path() + "/"))
                    .map(Map.Entry::getValue)
                    .filter(text -> labelSelector.isEmpty() || text.contains(labelSelector.replaceAll("^.*=", "")))
                    .toList();
        }

        @Override
        public boolean serves(ObjectRef collection) {
            return true;
        }

        @Override
        public Optional<List<ObjectRef>> served(String namespace) {
            return Optional.empty();
        }

        @Override
        public List<String> names(ObjectRef collection) {
            return List.of();
        }

        @Override
        public Instant serverTime(Instant here) {
            return here;
        }
    }

    @AfterEach
    void close() throws Exception {
        forwards.close();
    }

    @Override
    public boolean isLocked(ClusterId cluster) {
        return locked;
    }

    @Override
    public void lock(ClusterId cluster, boolean wanted) {
        locked = wanted;
        locking.ifPresent(listener -> listener.accept(cluster));
    }

    @Override
    public AutoCloseable listen(Consumer<ClusterId> listener) {
        locking = Optional.of(listener);
        return () -> {};
    }

    @Override
    public void note(AuditedAction action, String what, String text) throws IOException {
        if (full) {
            throw new IOException("no space left on device");
        }
        journal.add(text);
        records.add(what + ": " + action.kind() + " of " + action.title());
        if (lockedMeanwhile) {
            lock(LabCluster.ID, true);
        }
    }

    private void pod(String name, String owner, boolean ready) {
        objects.put("/api/v1/namespaces/team/pods/" + name, """
            {"metadata":{"name":"%s","namespace":"team","labels":{"app":"web"},
              "ownerReferences":%s},
             "spec":{"containers":[{"ports":[{"name":"http","containerPort":8000}]}]},
             "status":{"phase":"Running","startTime":"2026-03-01T08:00:00Z",
              "conditions":[{"type":"Ready","status":"%s"}]}}\
            """.formatted(
                        name,
                        owner.isEmpty() ? "[]" : "[{\"controller\":true,\"uid\":\"" + owner + "\"}]",
                        ready ? "True" : "False"));
    }

    private void gone(String name) {
        objects.remove("/api/v1/namespaces/team/pods/" + name);
    }

    private void service(String targetPort) {
        objects.put("/api/v1/namespaces/team/services/web", """
            {"metadata":{"name":"web"},"spec":{"selector":{"app":"web"},"ports":[{"port":80,"targetPort":%s}]}}
            """.formatted(targetPort));
    }

    private static String said(PortForward forward) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", forward.localPort()), 5000);
            socket.setSoTimeout(5000);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aConnectionReachesThePodAndTheJournalSaysWhere() throws IOException {
        pod("web-a", "rs", true);
        PortForward forward = forwards.start(LabCluster.ID, POD, 0);
        assertEquals("web-a:8000", said(forward));
        assertEquals(1, journal.size(), journal::toString);
        assertTrue(
                journal.getFirst()
                        .startsWith("Forwarded 127.0.0.1:" + forward.localPort() + " to pod team/web-a, port 8000"),
                journal::toString);
        forward.stop();
        assertTrue(journal.getLast().endsWith(" ended"), journal::toString);
        String what = ": forward of pod team/web-a, port 8000";
        assertEquals(List.of("began" + what, "ended" + what), records);
        assertThrows(IOException.class, () -> said(forward));
        assertEquals(List.of(), forwards.all());
    }

    @Test
    void thePortOfAForwardThatWasStoppedIsFreeAtOnce() throws IOException {
        pod("web-a", "rs", true);
        int port = 0;
        for (int i = 0; i < 50; i++) {
            PortForward forward = forwards.start(LabCluster.ID, POD, port);
            port = forward.localPort();
            forward.stop();
        }
    }

    @Test
    void onlyLoopbackIsListenedOn() throws IOException {
        pod("web-a", "rs", true);
        PortForward forward = forwards.start(LabCluster.ID, POD, 0);
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress("127.0.0.2", forward.localPort()));
            assertTrue(other.isBound(), "another address of this machine is free");
        }
    }

    @Test
    void aServiceLeadsToAReadyPodAtThePortThatItNames() throws IOException {
        pod("web-a", "rs", false);
        pod("web-b", "rs", true);
        service("\"http\"");
        assertEquals("web-b:8000", said(forwards.start(LabCluster.ID, SERVICE, 0)));
        service("8001");
        assertEquals("web-b:8001", said(forwards.start(LabCluster.ID, SERVICE, 0)));
        assertEquals(List.of(80), forwards.ports(LabCluster.ID, ForwardTarget.Kind.SERVICE, "team", "web"));
        assertEquals(List.of(8000), forwards.ports(LabCluster.ID, ForwardTarget.Kind.POD, "team", "web-a"));
    }

    @Test
    void aServiceThatCannotBeForwardedSaysWhy() {
        assertEquals(
                "Service web is an alias of db.example.com: there is no pod to forward to.",
                refused("{\"type\":\"ExternalName\",\"externalName\":\"db.example.com\"}"));
        assertEquals(
                "Service web has no TCP port, and only TCP can be forwarded.",
                refused("{\"ports\":[{\"port\":53,\"protocol\":\"UDP\"}]}"));
    }

    private @Nullable String refused(String spec) {
        objects.put("/api/v1/namespaces/team/services/web", "{\"metadata\":{\"name\":\"web\"},\"spec\":" + spec + "}");
        return assertThrows(
                        IOException.class,
                        () -> forwards.ports(LabCluster.ID, ForwardTarget.Kind.SERVICE, "team", "web"))
                .getMessage();
    }

    @Test
    void thePodInItsPlaceAnswersWhenOneIsGone() throws IOException {
        pod("web-a", "rs", true);
        PortForward forward = forwards.start(LabCluster.ID, POD, 0);
        pod("other", "another", true);
        pod("web-c", "rs", true);
        gone("web-a");
        assertEquals("web-c:8000", said(forward));
        assertEquals("web-c", forward.pod());
        assertEquals("to pod web-c; web-a does not answer any more", forward.words());
        assertTrue(journal.getLast().contains(" goes to pod web-c"), journal::toString);
    }

    @Test
    void whereNoOtherPodIsReadyItIsSaidAndTheNextConnectionLooksAgain() throws IOException {
        pod("web-a", "rs", true);
        PortForward forward = forwards.start(LabCluster.ID, POD, 0);
        gone("web-a");
        assertEquals("", said(forward));
        Await.until("it is said", () -> forward.words().contains("no other pod of its owner is ready"));
        Await.until("no pod was found", forward::isRefusing);
        pod("web-d", "rs", true);
        assertEquals("web-d:8000", said(forward));
        Await.until("one was found", () -> !forward.isRefusing());
    }

    @Test
    void aPodThatNothingMakesAgainIsSaidToBeGoneUntilThereIsOneOfItsName() throws IOException {
        pod("web-a", "", true);
        PortForward forward = forwards.start(LabCluster.ID, POD, 0);
        gone("web-a");
        pod("web-b", "", true);
        assertEquals("", said(forward), "another one of no owner is none of its kin");
        Await.until("it is said", () -> forward.words()
                .contains("Pod web-a is not running, and nothing creates another one"));
        assertTrue(forward.isOpen());
        pod("web-a", "", true);
        assertEquals("web-a:8000", said(forward));
    }

    @Test
    void whatBreaksIsSaid() throws IOException {
        pod("web-a", "rs", true);
        lab.breaks = "connection refused";
        PortForward forward = forwards.start(LabCluster.ID, POD, 0);
        said(forward);
        Await.until("it is said", () -> forward.words().equals("a connection to pod web-a broke: connection refused"));
    }

    @Test
    void whatBrokeIsOverOnceAConnectionGoesWell() throws IOException {
        pod("web-a", "rs", true);
        PortForward forward = forwards.start(LabCluster.ID, POD, 0);
        gone("web-a");
        said(forward);
        Await.until("it is said", () -> forward.words().contains("no other pod of its owner is ready"));
        pod("web-a", "rs", true);
        said(forward);
        Await.until("it is over", () -> forward.words().equals("listening, to pod web-a"));
    }

    @Test
    void aLockEndsWhatIsForwarded() throws IOException {
        pod("web-a", "rs", true);
        PortForward forward = forwards.start(LabCluster.ID, POD, 0);
        lock(LabCluster.ID, true);
        Await.until("it is closed", () -> !forward.isOpen());
        Await.until("the journal has it", () -> journal.getLast().contains(" ended: the cluster is read-only"));
        assertThrows(IOException.class, () -> said(forward));
        assertEquals(1, forwards.all().size(), "it stays to be read of until it is taken away");
        assertThrows(IOException.class, () -> forwards.start(LabCluster.ID, POD, 0));
    }

    @Test
    void whatEndsBecauseOneActsAsSomebodyElseSaysSo() throws IOException {
        pod("web-a", "rs", true);
        PortForward forward = forwards.start(LabCluster.ID, POD, 0);
        forwards.end(LabCluster.ID, "you act as ana now");
        assertFalse(forward.isOpen());
        lock(LabCluster.ID, true);
        assertEquals("ended: you act as ana now", forward.words());
        assertTrue(journal.getLast().endsWith(" ended: you act as ana now"), journal::toString);
    }

    @Test
    void aLockThatComesWhileItBeginsEndsItToo() throws IOException {
        pod("web-a", "rs", true);
        lockedMeanwhile = true;
        PortForward forward = forwards.start(LabCluster.ID, POD, 0);
        Await.until("it is closed", () -> !forward.isOpen());
    }

    @Test
    void nothingIsForwardedThatCannotBePutIntoTheJournal() {
        pod("web-a", "rs", true);
        full = true;
        assertThrows(IOException.class, () -> forwards.start(LabCluster.ID, POD, 0));
        assertEquals(List.of(), forwards.all());
    }

    @Test
    void aLocalPortThatIsTakenIsSaid() throws IOException {
        pod("web-a", "rs", true);
        PortForward forward = forwards.start(LabCluster.ID, POD, 0);
        IOException taken =
                assertThrows(IOException.class, () -> forwards.start(LabCluster.ID, POD, forward.localPort()));
        assertTrue(String.valueOf(taken.getMessage()).contains("Local port " + forward.localPort()), taken::toString);
        assertFalse(forwards.all().isEmpty());
    }
}
