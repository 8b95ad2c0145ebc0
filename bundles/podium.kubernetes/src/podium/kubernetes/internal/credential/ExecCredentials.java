// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.cluster.LoginText;
import podium.kubernetes.internal.config.ClusterEntry;
import podium.kubernetes.internal.config.ExecPlugin;
import podium.kubernetes.internal.config.Pem;
import podium.kubernetes.internal.config.UserEntry;
import podium.kubernetes.texts.Texts;

/**
 * Credentials of a plugin (client.authentication.k8s.io). Only the very program that was agreed to is run. What it answers is
 * kept in memory until it expires or the server refuses it. It runs once at a time, on a thread of its own and under no
 * lock: whoever needs what it answers waits for the same run. One that asks (interactiveMode) does so on a terminal, and only while
 * the operator waits for it; else one that must ask is not run, and one that may is run as client-go does where standard input is no
 * terminal.
 */
public final class ExecCredentials implements Credentials {
    /** So long before it expires a token is fetched anew; of a short one a tenth of its time: it is used for the rest. */
    private static final Duration EARLY = Duration.ofSeconds(10);

    private static final int SHARE = 10;
    /**
     * How long an answer is used that has expired when it comes. Then the clocks differ, and the server, which has the
     * only one that counts, says 401 when it is over; client-go runs the plugin for each request (exec.go: credsExpired).
     */
    private static final Duration SKEWED = Duration.ofMinutes(1);

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final ExecPlugin plugin;
    private final ClusterEntry cluster;
    private final InstantSource clock;
    private final String searchPath;
    private final PluginProgram agreed;
    private final LoginTerminal login;
    private final ExecutorService runner = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Answer answer;
    /** The server refused the answer, and nobody was there to be asked for another. */
    private boolean over;

    private Instant until = Instant.MIN;
    private @Nullable Future<Answer> running;
    private Instant refusedAt = Instant.MIN;

    /** What a plugin said. Expiry null: it did not say. */
    record Answer(
            Optional<String> authorization,
            Optional<UserEntry.Certificate> certificate,
            @Nullable Instant expiry) {
        @Override
        public String toString() {
            return "credentials until " + expiry;
        }
    }

    /** @param login where it may ask the operator */
    public ExecCredentials(
            ExecPlugin plugin,
            ClusterEntry cluster,
            InstantSource clock,
            String searchPath,
            PluginProgram agreed,
            LoginTerminal login)
            throws IOException {
        this.login = login;
        this.plugin = plugin;
        this.cluster = cluster;
        this.clock = clock;
        this.searchPath = searchPath;
        this.agreed = agreed;
        Optional<String> why = plugin.mustAsk() ? login.whyNot() : Optional.empty();
        if (why.isPresent()) {
            throw new CredentialException(
                    Texts.of("ExecCredentials.theCredentialPluginWants", plugin.command(), why.get()),
                    Texts.of("ExecCredentials.logInWithKubectl"));
        }
    }

    @Override
    public Given get() throws IOException {
        Answer now = now();
        return new Given(now.authorization, now.certificate);
    }

    @Override
    public synchronized boolean refused(Optional<String> authorization) {
        Answer held = answer;
        if (held == null || !held.authorization.equals(authorization)) {
            return true;
        }
        if (nobodyToAsk()) {
            over = true;
            return false;
        }
        if (refusedAt.plus(RETRY).isAfter(clock.instant())) {
            return false;
        }
        refusedAt = clock.instant();
        answer = null;
        return true;
    }

    private Answer now() throws IOException {
        Future<Answer> run;
        synchronized (this) {
            Answer held = answer;
            if (held != null && (nobodyToAsk() || !over && clock.instant().isBefore(until))) {
                login.settled();
                return held;
            }
            run = running;
            if (run == null) {
                refuseAlone();
                run = start();
                running = run;
            }
        }
        return await(run);
    }

    /** Whether it cannot be had anew now; then the server judges what there is. */
    private boolean nobodyToAsk() {
        return plugin.mustAsk() && !login.isAllowed();
    }

    /** What came to nothing is not tried again by itself. */
    private void refuseAlone() throws CredentialException {
        Optional<CredentialException> failure = login.failure();
        if (failure.isPresent()) {
            throw again(failure.get());
        }
        if (nobodyToAsk()) {
            throw new CredentialException(LoginText.OVER, LoginText.AGAIN);
        }
    }

    private static CredentialException again(CredentialException failure) {
        return new CredentialException(String.valueOf(failure.getMessage()), failure.advice());
    }

    private Future<Answer> start() throws IOException {
        try {
            return runner.submit(this::fetch);
        } catch (RejectedExecutionException e) {
            throw new IOException(Texts.of("ExecCredentials.theConnectionIsClosed"), e);
        }
    }

    private Answer fetch() throws IOException {
        try {
            Answer fetched = ask();
            synchronized (this) {
                answer = fetched;
                over = false;
                until = until(fetched.expiry, clock.instant());
            }
            return fetched;
        } finally {
            synchronized (this) {
                running = null;
            }
        }
    }

    private static Instant until(@Nullable Instant expiry, Instant now) {
        if (expiry == null) {
            return Instant.MAX;
        }
        Duration left = Duration.between(now, expiry);
        if (!left.isPositive()) {
            return now.plus(SKEWED);
        }
        Duration share = left.dividedBy(SHARE);
        return expiry.minus(share.compareTo(EARLY) < 0 ? share : EARLY);
    }

    private static Answer await(Future<Answer> run) throws IOException {
        try {
            return run.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(Texts.of("ExecCredentials.interrupted"), e);
        } catch (CancellationException e) {
            throw new IOException(Texts.of("ExecCredentials.theConnectionIsClosed"), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CredentialException failure) {
                throw again(failure);
            }
            throw new IOException(e.getCause() == null ? e : e.getCause());
        }
    }

    private Answer ask() throws IOException {
        PluginProgram now = PluginProgram.find(plugin, searchPath);
        if (!now.equals(agreed)) {
            throw new CredentialException(
                    Texts.of("ExecCredentials.theCredentialPluginIsNoLonger", now.path()),
                    Texts.of("ExecCredentials.reconnectYouAreAsked"));
        }
        List<String> command = new ArrayList<>();
        command.add(now.path().toString());
        command.addAll(plugin.arguments());
        Map<String, String> environment = new LinkedHashMap<>(plugin.environment());
        if (searchPath.startsWith(SearchPath.ofProcess() + File.pathSeparator)) {
            // found by the PATH of the login shell, where what it starts itself is too
            environment.putIfAbsent("PATH", searchPath);
        }
        boolean terminal = plugin.mayAsk() && login.take();
        environment.put("KUBERNETES_EXEC_INFO", ExecInfo.write(plugin, cluster, terminal));
        return terminal ? asked(command, environment) : unasked(command, environment);
    }

    /** Without a terminal; where there is none that it may have wanted, that is said with what it came to. */
    private Answer unasked(List<String> command, Map<String, String> environment) throws IOException {
        try {
            return ExecInfo.read(
                    plugin, new PluginRun(command, environment, PluginRun.OUTPUT_LIMIT, PluginRun.TIME_LIMIT).output());
        } catch (CredentialException e) {
            Optional<String> why = plugin.mayAsk() ? login.whyNot() : Optional.empty();
            throw why.isEmpty()
                    ? e
                    : new CredentialException(String.valueOf(e.getMessage()), why.get() + ". " + e.advice());
        }
    }

    private Answer asked(List<String> command, Map<String, String> environment) throws IOException {
        environment.putIfAbsent("TERM", "xterm");
        try {
            return ExecInfo.read(
                    plugin,
                    TerminalRun.start(command, environment, TerminalRun.TIME_LIMIT, login, plugin.mustAsk())
                            .output());
        } catch (CredentialException e) {
            login.failed(e);
            throw e;
        } catch (IOException e) {
            // nobody answered: who waits in another way to the cluster may ask
            login.allow();
            throw e;
        }
    }

    @Override
    public void close() {
        runner.shutdownNow();
    }

    /** Bytes of PEM text given in an answer. */
    static Pem pem(String field, String text) {
        return new Pem.Inline(field, text.getBytes(StandardCharsets.UTF_8));
    }
}
