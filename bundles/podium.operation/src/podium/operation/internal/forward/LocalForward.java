// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.forward;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.ClusterId;
import podium.core.failure.FailureText;
import podium.core.forward.ForwardTarget;
import podium.core.forward.PodTunnels;
import podium.operation.forward.PortForward;
import podium.operation.texts.Texts;

/**
 * One forwarded port. Each connection is carried to the pod that answered last; when that one is not reached any more, nothing was
 * read yet of what the client wrote, and the pod in its place gets it.
 */
final class LocalForward implements PortForward {
    /** Hears of it, on any thread. */
    interface Owner {
        /** Why it may not go on; empty: it may. */
        Optional<String> whyNot();

        /** Something of it is another one now. */
        void changed();

        /** A sentence for the journal, made of the words for the forward. */
        void note(String what, UnaryOperator<String> words);

        /** The operator wants it off the list. */
        void gone(LocalForward forward);
    }

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private final ClusterId cluster;
    private final ForwardTarget target;
    private final PodTunnels tunnels;
    private final PodFinder finder;
    private final Owner owner;
    private final ServerSocketChannel listening;
    private final int localPort;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable Thread accepting;
    private volatile ForwardEnd end;
    private volatile String words;
    private volatile boolean troubled;
    private volatile boolean refusing;

    /** Takes the local port. */
    LocalForward(
            ClusterId cluster,
            ForwardTarget target,
            int wanted,
            PodTunnels tunnels,
            PodFinder finder,
            ForwardEnd first,
            Owner owner)
            throws IOException {
        this.cluster = cluster;
        this.target = target;
        this.tunnels = tunnels;
        this.finder = finder;
        this.owner = owner;
        this.end = first;
        this.words = Texts.of("LocalForward.toPod", first.pod());
        listening = ServerSocketChannel.open();
        try {
            listening.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), wanted));
            localPort = listening.socket().getLocalPort();
        } catch (IOException e) {
            listening.close();
            throw new IOException(Texts.of("LocalForward.localPortIsIn", wanted, target.port()), e);
        }
    }

    void begin() {
        accepting = Thread.startVirtualThread(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel local = listening.accept();
                Thread.startVirtualThread(() -> serve(local));
            }
        } catch (IOException e) {
            // where nobody ended it, no connection would ever be taken again
            close(Texts.of("LocalForward.endedFor", FailureText.of(e)));
        }
    }

    private void serve(SocketChannel local) {
        open.add(local);
        try (local) {
            if (!isOpen()) {
                // it ended after this one was taken, and may have passed it over
                return;
            }
            Optional<String> refusal = owner.whyNot();
            if (refusal.isPresent()) {
                close(Texts.of("LocalForward.endedFor", refusal.get()));
                return;
            }
            owner.changed();
            carry(local);
        } catch (IOException e) {
            if (isOpen()) {
                refusing = true;
                tellTrouble(Texts.of("LocalForward.aConnectionWasRefused", FailureText.of(e)));
            }
        } finally {
            open.remove(local);
            owner.changed();
        }
    }

    private void carry(SocketChannel local) throws IOException {
        String before = words;
        ForwardEnd now = end;
        PodTunnels.End result = attempt(now, local);
        if (!result.opened() && isOpen()) {
            ForwardEnd next = next(now);
            result = attempt(next, local);
        }
        refusing = false;
        if (!result.words().isEmpty() && isOpen()) {
            tellTrouble(Texts.of("LocalForward.aConnectionToPod", end.pod(), result.words()));
        } else if (troubled && result.opened() && words.equals(before)) {
            // a later one went well: what was said is over
            troubled = false;
            say(Texts.of("LocalForward.toPod", end.pod()));
        }
    }

    private void tellTrouble(String what) {
        troubled = true;
        say(what);
    }

    private PodTunnels.End attempt(ForwardEnd to, SocketChannel local) throws IOException {
        return tunnels.carry(target.namespace(), to.pod(), to.port(), local);
    }

    /** The pod that answers now. */
    private synchronized ForwardEnd next(ForwardEnd before) throws IOException {
        if (end != before) {
            return end;
        }
        ForwardEnd found = finder.find(target, Optional.of(before));
        if (!found.pod().equals(before.pod())) {
            owner.note("goes on", forward -> Texts.of("LocalForward.goesToPodFor", forward, found.pod(), before.pod()));
            say(Texts.of("LocalForward.toPodDoesNot", found.pod(), before.pod()));
        }
        end = found;
        return found;
    }

    private void say(String what) {
        words = what;
        owner.changed();
    }

    /** Ends it, but leaves it on the list with the reason. */
    void close(String why) {
        if (shut()) {
            words = why;
            owner.note("ended", forward -> Texts.of("LocalForward.endedBecause", forward, why));
            owner.changed();
        }
    }

    /** False: it had ended before. */
    private boolean shut() {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        try {
            listening.close();
            for (SocketChannel local : open) {
                local.close();
            }
        } catch (IOException e) {
            // closed is closed
        }
        release();
        return true;
    }

    /** The port is free only once the thread has woken up that waited for connections. */
    private void release() {
        Thread waited = accepting;
        if (waited != null && waited != Thread.currentThread()) {
            try {
                waited.join(LONGEST);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void stop() {
        if (shut()) {
            owner.note("ended", forward -> Texts.of("LocalForward.ended", forward));
        }
        owner.gone(this);
    }

    @Override
    public ClusterId cluster() {
        return cluster;
    }

    @Override
    public ForwardTarget target() {
        return target;
    }

    @Override
    public int localPort() {
        return localPort;
    }

    @Override
    public String pod() {
        return end.pod();
    }

    @Override
    public int connections() {
        return open.size();
    }

    @Override
    public boolean isOpen() {
        return !ended.get();
    }

    @Override
    public boolean isRefusing() {
        return refusing;
    }

    @Override
    public String words() {
        return words;
    }
}
