// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import podium.core.change.Change;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.IdentityChange;
import podium.core.cluster.KubeconfigException;
import podium.core.cluster.SessionIdentityReader;
import podium.core.shell.LoginSession;
import podium.kubernetes.internal.config.Impersonation;
import podium.kubernetes.internal.config.Kubeconfig;
import podium.kubernetes.internal.config.KubeconfigContext;
import podium.kubernetes.internal.credential.Consent;
import podium.kubernetes.internal.credential.ConsentStore;
import podium.kubernetes.internal.credential.LoginTerminal;
import podium.kubernetes.internal.credential.PluginProgram;
import podium.kubernetes.internal.credential.SearchPath;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.memory.MirrorMemory;
import podium.kubernetes.internal.mirror.Mirror;
import podium.kubernetes.internal.mirror.MirrorTiming;
import podium.kubernetes.internal.transport.CapabilityFactory;
import podium.kubernetes.internal.transport.JdkTransport;
import podium.kubernetes.internal.transport.SwitchableTransport;
import podium.kubernetes.internal.transport.TransportFailureText;
import podium.kubernetes.texts.Texts;
import podium.model.fleet.ConnectionState;

/**
 * One open cluster: kubeconfig, consent, transport, mirror, in this order. What goes wrong on the way becomes a
 * {@link Change.ConnectionChanged}; {@link #reconnect()} then starts again from the file.
 */
final class KubernetesConnection implements ClusterConnection {
    private final ClusterTarget target;
    private final OperatorEnvironment environment;
    private final ChangeSink sink;
    private final List<Kind> kinds;
    private final List<CapabilityFactory> factories;
    private final MirrorTiming timing;
    private final Optional<Path> memories;
    private final ExecutorService starter =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    /** Ending waits for the mirror, on whose threads it may be found out that it is time. */
    private final ExecutorService ends = Executors.newVirtualThreadPerTaskExecutor();

    private final ConsentStore consents;
    private final BiConsumer<ClusterConnection, IdentityChange> over;
    private final Map<Class<?>, Object> capabilities = new HashMap<>();
    private volatile Optional<Consent> asked = Optional.empty();
    private @Nullable BoundTransport transport;
    private @Nullable KubeconfigContext connected;
    private Optional<PluginProgram> program = Optional.empty();
    /** What of the context comes from another file than its own, in sentences. */
    private volatile String elsewhere = "";

    private @Nullable Mirror mirror;
    private Optional<MirrorMemory> memory = Optional.empty();
    private boolean closed;
    private final LoginTerminal login = new LoginTerminal(this::loginChanged);
    private Change.@Nullable ConnectionChanged mirrored;

    KubernetesConnection(
            ClusterTarget target,
            OperatorEnvironment environment,
            ChangeSink sink,
            List<Kind> kinds,
            List<CapabilityFactory> factories,
            MirrorTiming timing,
            Optional<Path> memories,
            ConsentStore consents,
            BiConsumer<ClusterConnection, IdentityChange> over) {
        this.consents = consents;
        this.over = over;
        this.memories = memories;
        this.target = target;
        this.environment = environment;
        this.sink = sink;
        this.kinds = kinds;
        this.factories = factories;
        this.timing = timing;
    }

    void start() {
        tell(ConnectionState.CONNECTING, "", "", "");
        starter.execute(this::connect);
    }

    /** On the starter's thread, and under no lock: the window asks and closes while a file does not answer. */
    private void connect() {
        if (isClosed()) {
            return;
        }
        try {
            Kubeconfig file = environment.lists().read(target);
            KubeconfigContext kept = environment.proxies().through(file.context(target.context()));
            elsewhere = file.passedOver(target.context());
            if (isAnother(file, kept)) {
                end(another(kept));
                return;
            }
            KubeconfigContext read = target.actAs()
                    .map(other -> kept.as(new Impersonation(other.user(), "", other.groups(), Map.of())))
                    .orElse(kept);
            tell(new Change.Protected(read.protection()));
            connect(read);
        } catch (KubeconfigException e) {
            tell(
                    ConnectionState.FAILED,
                    String.valueOf(e.getMessage()),
                    Texts.of("KubernetesConnection.correctTheKubeconfigThen"),
                    "");
        } catch (RuntimeException | Error e) {
            // nobody else would see it: the cluster would stay connecting for ever
            TransportFailureText.Words words = TransportFailureText.unexpected(e);
            tell(ConnectionState.FAILED, words.message(), words.advice(), "");
        }
    }

    /** Whether the file names another server now than when this was opened. */
    private boolean isAnother(Kubeconfig file, KubeconfigContext read) throws KubeconfigException {
        KubeconfigContext before = connected;
        return before != null
                        && !before.cluster().server().equals(read.cluster().server())
                || ClusterKeys.made(target.id())
                        && !ClusterKeys.of(file.file(target.context()), target.context(), file)
                                .equals(target.id());
    }

    private IdentityChange another(KubeconfigContext now) {
        KubeconfigContext before = connected;
        return BoundTransport.anotherCluster(
                now.cluster().server().toString(),
                before == null ? "" : before.cluster().server().toString());
    }

    private void connect(KubeconfigContext read) {
        String server = read.cluster().server().toString();
        try {
            SearchPath path = environment.login().of(read.identity());
            Optional<Consent> consent = Consent.of(read, target.kubeconfig(), path);
            asked = consent.filter(question -> !consents.has(question));
            if (asked.isPresent()) {
                tell(
                        ConnectionState.WAITING_FOR_CONSENT,
                        // the question itself may hold secrets: it is for the eye, and is kept with no model or record
                        asked.map(Consent::summary).orElse(""),
                        Texts.of("KubernetesConnection.nothingHasBeenRun"),
                        server);
                return;
            }
            open(read, path.folders(), consent.flatMap(Consent::program));
        } catch (IOException e) {
            TransportFailureText.Words words = TransportFailureText.words(e, server);
            tell(ConnectionState.FAILED, words.message(), words.advice(), server);
        }
    }

    private void open(KubeconfigContext read, String path, Optional<PluginProgram> agreed) throws IOException {
        BoundTransport open = transport;
        Mirror running = mirror;
        if (open == null || running == null) {
            if (open != null) {
                open.close();
            }
            login.allow();
            SwitchableTransport way = new SwitchableTransport(JdkTransport.open(read, path, agreed, login));
            begin(read, new BoundTransport(way, timing.answer(), this::end));
        } else {
            if (!Objects.equals(read, connected) || !agreed.equals(program)) {
                open.use(JdkTransport.open(read, path, agreed, login));
            }
            // each time for an act of the operator, and never for the way of before
            login.allow();
            open.doubt();
            running.reconnect();
        }
        connected = read;
        program = agreed;
    }

    private void begin(KubeconfigContext read, BoundTransport opened) {
        Map<Class<?>, Object> made = new HashMap<>();
        for (CapabilityFactory factory : factories) {
            made.putAll(factory.create(opened, target.id()));
        }
        made.put(SessionIdentityReader.class, opened);
        Optional<MirrorMemory> kept = memories.map(root -> new MirrorMemory(root, whose(read), build()));
        synchronized (this) {
            if (closed) {
                opened.close();
                return;
            }
            transport = opened;
            memory = kept;
            capabilities.putAll(made);
            mirror = new Mirror(
                    opened,
                    (cluster, changes) -> sink.accept(
                            cluster, changes.stream().map(this::explained).toList()),
                    new Mirror.Setup(
                            target.id(),
                            kinds,
                            read.namespace(),
                            !read.cluster().local(),
                            timing,
                            new Random(),
                            kept));
        }
    }

    /** How the mirror stands, with what it does not know. */
    private synchronized Change explained(Change change) {
        if (!(change instanceof Change.ConnectionChanged told)) {
            return change;
        }
        mirrored = told;
        return ConnectionWords.of(told, elsewhere, login.asking());
    }

    private synchronized void loginChanged() {
        Change.ConnectionChanged told = mirrored;
        if (told != null) {
            tell(explained(told));
        }
    }

    /** Somebody else is there: nothing of before is true any more. On any thread, also one of the mirror's own. */
    private void end(IdentityChange why) {
        ends.execute(() -> {
            forget();
            close();
            last(
                    ConnectionState.FAILED,
                    BoundTransport.ended(why),
                    Texts.of("KubernetesConnection.closeTheClusterAndOpen"));
            over.accept(this, why);
        });
    }

    private synchronized void forget() {
        memory.ifPresent(MirrorMemory::forget);
    }

    /** What is seen depends on who looks, and at what. */
    private List<String> whose(KubeconfigContext read) {
        return List.of(
                target.kubeconfig().toAbsolutePath().toString(),
                target.context(),
                read.cluster().server().toString(),
                read.namespace(),
                target.actAs().toString());
    }

    /** Of what decodes: its words are kept with what was decoded, so the language belongs to it. */
    private static String build() {
        @Nullable Bundle bundle = FrameworkUtil.getBundle(KubernetesConnection.class);
        return (bundle == null ? "" : bundle.getVersion()) + " "
                + Locale.getDefault().toLanguageTag();
    }

    private void tell(ConnectionState state, String message, String advice, String server) {
        tell(new Change.ConnectionChanged(state, message, advice, server, "", Instant.now()));
    }

    /** Closing interrupts what is being read, and what comes of that is news to nobody: nothing is told after the end. */
    private synchronized void tell(Change change) {
        if (!closed) {
            sink.accept(target.id(), List.of(change));
        }
    }

    /** What is told of the end. */
    private void last(ConnectionState state, String message, String advice) {
        sink.accept(target.id(), List.of(new Change.ConnectionChanged(state, message, advice, "", "", Instant.now())));
    }

    @Override
    public ClusterId id() {
        return target.id();
    }

    @Override
    public synchronized <T> Optional<T> capability(Class<T> type) {
        Object capability = capabilities.get(type);
        return type.isInstance(capability) ? Optional.of(type.cast(capability)) : Optional.empty();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public Optional<String> consentNeeded() {
        return asked.map(Consent::question);
    }

    @Override
    public Optional<LoginSession> login() {
        return login.asking();
    }

    @Override
    public void agree(String question) {
        Optional<Consent> agreed = asked.filter(now -> now.question().equals(question));
        later(() -> {
            agreed.ifPresent(consents::add);
            connect();
        });
    }

    @Override
    public synchronized String clusterUid() {
        BoundTransport open = transport;
        return open == null ? "" : open.clusterUid();
    }

    @Override
    public void reconnect() {
        // the file is read again: it may have new credentials
        later(this::connect);
    }

    private synchronized void later(Runnable work) {
        if (!closed) {
            starter.execute(work);
        }
    }

    @Override
    public void close() {
        Mirror running;
        BoundTransport open;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            running = mirror;
            open = transport;
            capabilities.clear();
            starter.shutdownNow();
        }
        if (open != null) {
            open.refuse();
        }
        if (running != null) {
            running.close();
        } else {
            last(ConnectionState.CLOSED, "", "");
        }
        if (open != null) {
            open.close();
        }
    }
}
