// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import podium.agent.internal.AgentOptions.BadOption;
import podium.agent.texts.Texts;
import podium.core.failure.FailureText;
import podium.core.file.Workspace;
import podium.core.machine.LocalAccelerators;
import podium.core.machine.MetricsWriter;
import podium.core.text.CleanText;
import podium.operation.AuditLog;
import podium.operation.approval.ApprovalKey;
import podium.sources.HostName;

/** {@code podium.agent.application}: runs until it is stopped or the process is asked to end (SIGTERM, SIGINT). */
public final class AgentApplication implements IApplication {
    private static final int WRONG_USE = 2;
    private static final int FAILED = 1;
    private static final long SERVICES_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    @NonNullByDefault({})
    public Object start(IApplicationContext context) throws InterruptedException {
        Object arguments = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        if (arguments instanceof String[] words && words.length == 2 && words[0].equals("--audit")) {
            return audit(words[1]);
        }
        if (arguments instanceof String[] words && words.length == 1 && words[0].equals("--help")) {
            System.err.print(AgentOptions.USAGE);
            return leave(EXIT_OK);
        }
        if (arguments instanceof String[] words && words.length > 0 && isApproval(words)) {
            return approval(words);
        }
        try {
            Workspace.closeToOthers();
            AgentOptions options = AgentOptions.parse(
                    arguments instanceof String[] words ? List.of(words) : List.of(), System.getenv());
            BundleContext bundles =
                    FrameworkUtil.getBundle(AgentApplication.class).getBundleContext();
            HeadlessAgent agent = new HeadlessAgent(
                    options,
                    service(bundles, LocalAccelerators.class),
                    service(bundles, MetricsWriter.class),
                    HostName.get());
            Thread ending = Thread.ofPlatform().name("podium-agent-ending").unstarted(() -> end(agent));
            Runtime.getRuntime().addShutdownHook(ending);
            context.applicationRunning();
            say(Texts.of(
                    "AgentApplication.serves",
                    options.listen()
                            .map(Object::toString)
                            .orElse(options.socket().toString())));
            stopped.await();
            end(agent);
            return EXIT_OK;
        } catch (BadOption e) {
            say(e.getMessage() + "\n" + AgentOptions.USAGE);
            return leave(WRONG_USE);
        } catch (IOException e) {
            say(Texts.of("AgentApplication.cannotServe", FailureText.sentence(e)));
            return leave(FAILED);
        }
    }

    private static boolean isApproval(String[] words) {
        return words.length == 1 && words[0].equals(ApproveCommand.KEY)
                || words.length == 2 && words[0].equals(ApproveCommand.APPROVE);
    }

    /** Says this user's key, or approves a request. */
    private static Integer approval(String[] words) {
        BufferedReader typed = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        ApproveCommand command =
                new ApproveCommand(ApprovalKey.usual(), System.getProperty("user.name", "somebody"), () -> typed.lines()
                        .findFirst());
        try {
            if (words.length == 1) {
                command.key();
                return EXIT_OK;
            }
            return command.approve(Path.of(words[1]).toAbsolutePath(), Instant.now())
                    ? EXIT_OK
                    : Integer.valueOf(FAILED);
        } catch (IOException e) {
            tell(Texts.of("AgentApplication.nothingIsApproved", FailureText.sentence(e)));
            return FAILED;
        } catch (InvalidPathException e) {
            return noFile(e);
        }
    }

    /** Writes the audit of this workspace's operations, and ends. */
    private static Integer audit(String name) throws InterruptedException {
        try {
            Path file = Path.of(name);
            BundleContext bundles =
                    FrameworkUtil.getBundle(AgentApplication.class).getBundleContext();
            return audit(service(bundles, AuditLog.class), file);
        } catch (InvalidPathException e) {
            return noFile(e);
        } catch (IOException e) {
            tell(Texts.of("AgentApplication.theAuditCouldNot", FailureText.sentence(e)));
            return FAILED;
        }
    }

    /** Such as {@code a?.csv} on Windows. */
    private static Integer noFile(InvalidPathException e) {
        tell(Texts.of("AgentApplication.isNoNameOfAFile", CleanText.clean(e.getInput()), e.getReason()));
        return WRONG_USE;
    }

    static Integer audit(AuditLog audit, Path file) {
        try {
            List<String> findings = audit.export(file.toAbsolutePath());
            findings.forEach(AgentApplication::tell);
            tell(Texts.of("AgentApplication.theAuditIs", file));
            return findings.isEmpty() ? EXIT_OK : Integer.valueOf(FAILED);
        } catch (IOException e) {
            tell(Texts.of("AgentApplication.theAuditCouldNot", FailureText.sentence(e)));
            return FAILED;
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    private static <T> T service(BundleContext bundles, Class<T> type) throws IOException, InterruptedException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(bundles, type, null);
        tracker.open();
        T service = tracker.waitForService(SERVICES_MILLIS);
        if (service == null) {
            throw new IOException(Texts.of("AgentApplication.theInstallationIsIncomplete", type.getSimpleName()));
        }
        return service;
    }

    private static void end(HeadlessAgent agent) {
        try {
            agent.close();
        } catch (IOException e) {
            say(Texts.of("AgentApplication.theSocketCouldNot", FailureText.sentence(e)));
        }
    }

    /** The framework, started without its launcher, would go on without an application, for ever. */
    private static Integer leave(Integer status) {
        System.exit(status);
        return status;
    }

    /** As Podium, of which an audit and an approval are no business of the agent. */
    private static void tell(String sentence) {
        System.err.println(Texts.of("AgentApplication.podium", sentence));
    }

    private static void say(String sentence) {
        System.err.println(Texts.of("AgentApplication.podiumAgent", sentence));
    }
}
