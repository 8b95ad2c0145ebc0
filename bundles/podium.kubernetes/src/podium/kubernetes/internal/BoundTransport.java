// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import java.io.IOException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.cluster.IdentityChange;
import podium.core.cluster.SessionIdentity;
import podium.core.cluster.SessionIdentityReader;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.ApiStream;
import podium.kubernetes.internal.transport.NotSentException;
import podium.kubernetes.internal.transport.SwitchableTransport;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.internal.transport.UpgradeRefused;
import podium.kubernetes.internal.write.RawSession;
import podium.kubernetes.internal.write.SessionRefused;
import podium.kubernetes.texts.Texts;

/**
 * The way to the one cluster, as the one person, that a connection was opened for. Before anything is sent, and again whenever the
 * way broke, was changed, or was not asked for a while, it is asked who is there. When it is another cluster or another person,
 * the way ends for good: what is on screen and what is written must never be of two. Any thread.
 */
final class BoundTransport implements Transport, SessionIdentityReader {
    /** A stream that begins later than this after the last answer is preceded by another question. */
    private static final Duration STREAM = Duration.ofSeconds(30);
    /** The same for one that reads a kind from its start: the one there may have gone back, or be another. */
    private static final Duration LIST = Duration.ofSeconds(2);
    /** The same for what may change something: who asks just before it asks for both. */
    private static final Duration WRITE = Duration.ofMillis(250);

    private static final String CLOSED = Texts.of("BoundTransport.thisConnectionWasClosed");

    private final SwitchableTransport way;
    private final RawSession reader;
    private final Consumer<IdentityChange> over;
    private @Nullable SessionIdentity known;
    private @Nullable Question asking;
    private long asked;
    /** How often the way broke. */
    private long doubts = 1;
    /** The doubts that the last answer settled. */
    private long settled;

    private String ended = "";

    /**
     * @param answer how long each question waits
     * @param over told once when somebody else is there than this began with; it must not wait
     */
    BoundTransport(SwitchableTransport way, Duration answer, Consumer<IdentityChange> over) {
        this.way = way;
        this.reader = new RawSession(way, answer);
        this.over = over;
    }

    /** What is being asked, after how many doubts: whoever has doubts since then asks again. */
    private record Question(long doubts, CompletableFuture<SessionIdentity> answer) {}

    /** Takes another way to the same cluster from now on; it is asked before it is used. */
    void use(Transport next) {
        doubt();
        way.use(next);
    }

    /** The next request is preceded by the question who is there. */
    synchronized void doubt() {
        doubts++;
    }

    @Override
    public ApiResponse send(ApiRequest request) throws IOException {
        // a question about one's own rights changes nothing
        boolean reads = request.method().equals("GET")
                || request.path().startsWith("/apis/authorization.k8s.io/v1/selfsubject");
        try {
            known(reads ? Duration.ofNanos(Long.MAX_VALUE) : WRITE);
            return way.send(request);
        } catch (SessionRefused e) {
            return e.response();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public ApiStream stream(ApiRequest request) throws IOException {
        try {
            known(isList(request.path()) ? LIST : STREAM);
            return new WatchedStream(way.stream(request), this::doubt);
        } catch (SessionRefused e) {
            return new BufferedStream(e.response());
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public WebSocket webSocket(String path, List<String> protocols, WebSocket.Listener listener) throws IOException {
        try {
            known(WRITE);
            return way.webSocket(path, protocols, listener);
        } catch (SessionRefused e) {
            throw new UpgradeRefused(e.response().status());
        } catch (UpgradeRefused e) {
            throw e;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static boolean isList(String path) {
        return !path.contains("&resourceVersion=") && !path.contains("&continue=");
    }

    private synchronized IOException broken(IOException e) {
        doubts++;
        return ended.isEmpty() || e instanceof NotSentException ? e : new IOException(ended, e);
    }

    /** Which cluster answered; empty: none did yet, or it may not be asked. */
    synchronized String clusterUid() {
        SessionIdentity there = known;
        return there == null ? "" : there.clusterUid();
    }

    @Override
    public SessionIdentity read() throws IOException {
        return ask();
    }

    @Override
    public synchronized Optional<SessionIdentity> known() {
        SessionIdentity there = known;
        return there == null ? Optional.empty() : Optional.of(there);
    }

    /** Returns when the one who is there is the one whom this began with, by an answer that is not older than that. */
    private void known(Duration age) throws IOException {
        synchronized (this) {
            refuseEnded();
            if (settled == doubts && System.nanoTime() - asked < age.toNanos()) {
                return;
            }
        }
        ask();
        synchronized (this) {
            refuseEnded();
        }
    }

    private void refuseEnded() throws NotSentException {
        if (!ended.isEmpty()) {
            throw new NotSentException(ended, null);
        }
    }

    /** Many ask at once when a way broke; one question does for all of them. */
    private SessionIdentity ask() throws IOException {
        Question mine;
        Question running;
        synchronized (this) {
            refuseEnded();
            running = asking;
            mine = new Question(doubts, new CompletableFuture<>());
            if (running == null || running.doubts < doubts) {
                asking = mine;
                running = null;
            }
        }
        return running == null ? put(mine) : await(running.answer);
    }

    private SessionIdentity put(Question question) throws IOException {
        try {
            SessionIdentity now = reader.read();
            learn(now, question.doubts);
            question.answer.complete(now);
            return now;
        } catch (IOException | RuntimeException e) {
            doubt();
            question.answer.completeExceptionally(e);
            throw e;
        } finally {
            synchronized (this) {
                if (asking == question) {
                    asking = null;
                }
            }
            question.answer.completeExceptionally(new IOException(Texts.of("BoundTransport.theServerDidNotSay")));
        }
    }

    private SessionIdentity await(CompletableFuture<SessionIdentity> running) throws IOException {
        try {
            return running.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SessionRefused refused) {
                throw refused;
            }
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(Texts.of("BoundTransport.interrupted"), e);
        }
    }

    private void learn(SessionIdentity now, long upTo) {
        SessionIdentity before;
        synchronized (this) {
            asked = System.nanoTime();
            settled = Math.max(settled, upTo);
            before = known;
            if (before == null || same(before, now)) {
                known = before == null ? now : merged(before, now);
                return;
            }
        }
        end(turnover(before, now));
    }

    /** Nothing is sent any more, and what is under way ends. */
    void end(IdentityChange why) {
        synchronized (this) {
            if (!ended.isEmpty()) {
                return;
            }
            ended = ended(why);
        }
        way.close();
        over.accept(why);
    }

    /** What one of the two answers left open does not tell them apart. */
    private static boolean same(SessionIdentity before, SessionIdentity now) {
        return before.server().equals(now.server())
                && agree(before.clusterUid(), now.clusterUid())
                && agree(before.user(), now.user());
    }

    private static boolean agree(String before, String now) {
        return before.isEmpty() || now.isEmpty() || before.equals(now);
    }

    private static SessionIdentity merged(SessionIdentity before, SessionIdentity now) {
        return new SessionIdentity(
                now.server(),
                now.clusterUid().isEmpty() ? before.clusterUid() : now.clusterUid(),
                now.user().isEmpty() ? before.user() : now.user(),
                now.groups(),
                now.impersonated());
    }

    private static IdentityChange turnover(SessionIdentity before, SessionIdentity now) {
        if (!before.server().equals(now.server())) {
            return anotherCluster(now.server(), before.server());
        }
        if (!agree(before.clusterUid(), now.clusterUid())) {
            return anotherCluster(
                    Texts.of("BoundTransport.withUid", now.server(), now.clusterUid()),
                    Texts.of("BoundTransport.oneWithUid", before.clusterUid()));
        }
        return new IdentityChange(
                IdentityChange.Of.PERSON,
                Texts.of("BoundTransport.theServerTakesItsRequests", now.user(), before.user()),
                Instant.now());
    }

    /** @param before what was there; empty: not known */
    static IdentityChange anotherCluster(String now, String before) {
        return new IdentityChange(
                IdentityChange.Of.CLUSTER,
                before.isEmpty() || before.equals(now)
                        ? Texts.of("BoundTransport.anotherClusterAnswersAt", now)
                        : Texts.of("BoundTransport.anotherClusterAnswersThanBefore", now, before),
                Instant.now());
    }

    /** Why nothing is sent any more, in words. */
    static String ended(IdentityChange why) {
        return CLOSED + ": " + why.words() + ".";
    }

    @Override
    public String server() {
        return way.server();
    }

    @Override
    public boolean impersonates() {
        return way.impersonates();
    }

    @Override
    public void reset() {
        doubt();
        way.reset();
    }

    @Override
    public void renew() {
        doubt();
        way.renew();
    }

    /** Takes no more requests; what is under way goes on. */
    synchronized void refuse() {
        if (ended.isEmpty()) {
            ended = CLOSED + ".";
        }
    }

    @Override
    public void close() {
        refuse();
        way.close();
    }
}
