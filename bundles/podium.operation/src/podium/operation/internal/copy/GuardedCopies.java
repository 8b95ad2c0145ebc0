// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.copy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.failure.FailureText;
import podium.core.shell.CommandRunner;
import podium.core.shell.ShellCommand;
import podium.core.text.Counted;
import podium.core.text.NaturalOrder;
import podium.operation.AuditNotes;
import podium.operation.AuditedAction;
import podium.operation.GuardedAccess;
import podium.operation.copy.ContainerPath;
import podium.operation.copy.CopyService;
import podium.operation.rule.ChangeLocks;
import podium.operation.texts.Texts;

/** Copies files from and to containers, where the lock allows it, and records each copy in the journal. */
@Component
public final class GuardedCopies implements CopyService {
    private static final int LONGEST_ERROR = 4096;
    private static final int MOST_NAMES = 5000;
    /** What a runtime says of a program that is not there (golang os/exec, ErrNotFound). */
    private static final Pattern NO_PROGRAM = Pattern.compile("executable.file.not.found");

    private final GuardedAccess access;

    @Activate
    public GuardedCopies(
            @Reference Connections connections, @Reference ChangeLocks locks, @Reference AuditNotes notes) {
        access = new GuardedAccess(
                connections,
                locks,
                notes,
                Texts.of("GuardedCopies.thereIsNoConnectionForIt"),
                Texts.of("GuardedCopies.theClusterIsReadOnly"),
                why -> Texts.of("GuardedCopies.nothingWasCopied", why));
    }

    @Override
    public Optional<String> whyNot(ClusterId cluster) {
        return access.whyNot(cluster, CommandRunner.class);
    }

    @Override
    public List<String> list(ClusterId cluster, ContainerPath folder) throws IOException {
        CommandRunner runner = access.allowed(cluster, CommandRunner.class);
        access.note(
                access.action(cluster, "list files", folder.title()),
                Texts.of("GuardedCopies.listed", access.in(cluster, folder.title())));
        Errors errors = new Errors();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // the slash lists what a link leads to
        ShellCommand command = command(folder, "ls", "-1Ap", folder.path().replaceFirst("/*$", "/"));
        int code;
        try {
            code = runner.run(command, InputStream.nullInputStream(), out, errors);
        } catch (IOException e) {
            throw NO_PROGRAM.matcher(String.valueOf(e.getMessage())).find()
                    ? new IOException(Texts.of("GuardedCopies.itsContainerHasNo"))
                    : e;
        }
        List<String> names = out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(name -> !name.isBlank() && name.chars().noneMatch(Character::isISOControl))
                .limit(MOST_NAMES)
                .sorted(new NaturalOrder())
                .toList();
        if (code != 0 && names.isEmpty()) {
            throw new IOException(errors.told(code));
        }
        return names;
    }

    @Override
    public Copied download(ClusterId cluster, ContainerPath from, Path folder, LongConsumer progress)
            throws IOException {
        CommandRunner runner = access.allowed(cluster, CommandRunner.class);
        Path root = folder.toRealPath();
        if (from.name().isEmpty()) {
            throw new IOException(Texts.of("GuardedCopies.theRootOfA"));
        }
        if (from.name().equals("..") || from.name().equals(".")) {
            throw new IOException(Texts.of("GuardedCopies.hasNoName", from.path()));
        }
        if (Files.exists(root.resolve(from.name()), LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(Texts.of("GuardedCopies.isThereAlready", root.resolve(from.name())));
        }
        return told(
                access.action(cluster, "copy", Texts.of("GuardedCopies.to", from.title(), root)),
                Texts.of("GuardedCopies.to", access.in(cluster, from.title()), root),
                () -> download(runner, cluster, from, root, progress));
    }

    private Copied download(
            CommandRunner runner, ClusterId cluster, ContainerPath from, Path root, LongConsumer progress)
            throws IOException {
        Errors errors = new Errors();
        BytePipe pipe = new BytePipe();
        try (InputStream in = pipe.in();
                OutputStream out = pipe.out();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ShellCommand command = command(from, "tar", "cf", "-", "-C", from.parent(), "./" + from.name());
            Future<Integer> run = threads.submit(() -> {
                try (out) {
                    return runner.run(command, InputStream.nullInputStream(), out, errors);
                }
            });
            Copied copied;
            boolean whole = false;
            try {
                copied = new TarUnpacker(in, root, from.name(), watched(cluster, progress)).run();
                whole = true;
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } finally {
                if (!whole) {
                    run.cancel(true);
                }
            }
            int code = result(run);
            if (code != 0 && copied.files() == 0) {
                throw new IOException(errors.told(code));
            }
            return copied;
        }
    }

    @Override
    public Copied upload(ClusterId cluster, Path file, ContainerPath folder, LongConsumer progress) throws IOException {
        CommandRunner runner = access.allowed(cluster, CommandRunner.class);
        TarPacker packer = new TarPacker(file.toAbsolutePath());
        return told(
                access.action(cluster, "copy", Texts.of("GuardedCopies.to", file.toAbsolutePath(), folder.title())),
                Texts.of("GuardedCopies.to", file.toAbsolutePath(), access.in(cluster, folder.title())),
                () -> upload(runner, cluster, packer, folder, progress));
    }

    private Copied upload(
            CommandRunner runner, ClusterId cluster, TarPacker packer, ContainerPath folder, LongConsumer progress)
            throws IOException {
        Errors errors = new Errors();
        BytePipe pipe = new BytePipe();
        try (InputStream in = pipe.in();
                OutputStream out = pipe.out();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Copied> packed = threads.submit(() -> {
                try (out) {
                    return packer.write(out, watched(cluster, progress));
                } catch (IOException | RuntimeException e) {
                    pipe.fail();
                    throw e;
                }
            });
            // tar waits for the end of its input, of which it cannot be told: head is told how much there is
            ShellCommand command = command(
                    folder,
                    "sh",
                    "-c",
                    "head -c \"$1\" | tar xmf - -C \"$2\"",
                    "sh",
                    Long.toString(packer.size()),
                    folder.path());
            boolean whole = false;
            try {
                int code = runner.run(command, in, OutputStream.nullOutputStream(), errors);
                if (code != 0) {
                    throw new IOException(errors.told(code));
                }
                whole = true;
            } catch (IOException e) {
                if (pipe.hasFailed()) {
                    result(packed); // why there was nothing more to send says more
                }
                throw e;
            } finally {
                if (!whole) {
                    packed.cancel(true);
                }
            }
            return result(packed);
        }
    }

    private interface Copying {
        Copied run() throws IOException;
    }

    /** The journal says what is copied before it begins, and what became of it. */
    private Copied told(AuditedAction action, String what, Copying copying) throws IOException {
        access.note(action, Texts.of("GuardedCopies.copied", what));
        String end = Texts.of("GuardedCopies.itWasCancelled");
        try {
            Copied copied = copying.run();
            end = Counted.of(copied.files(), "file") + ", " + Counted.of(copied.bytes(), "byte");
            return copied;
        } catch (IOException e) {
            end = Texts.of("GuardedCopies.itIsIncomplete", FailureText.of(e));
            throw e;
        } finally {
            access.noteEnd(action, "ended", Texts.of("GuardedCopies.theCopyOf", what, end));
        }
    }

    /** A lock, and the end of the connection, end what is under way with the next piece. */
    private LongConsumer watched(ClusterId cluster, LongConsumer progress) {
        return bytes -> {
            access.whyNot(cluster, CommandRunner.class).ifPresent(why -> {
                throw new UncheckedIOException(new IOException(Texts.of("GuardedCopies.theCopyIsIncomplete", why)));
            });
            progress.accept(bytes);
        };
    }

    private static ShellCommand command(ContainerPath path, String... words) {
        return new ShellCommand(path.namespace(), path.pod(), path.container(), List.of(words));
    }

    private static <T> T result(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            throw new InterruptedIOException(Texts.of("GuardedCopies.itWasCancelled"));
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case IOException failure -> failure;
                case UncheckedIOException failure -> failure.getCause();
                case Throwable failure -> new IOException(failure);
            };
        }
    }

    /** The beginning of what the command said of its failure. Any thread. */
    private static final class Errors extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int value) {
            if (bytes.size() < LONGEST_ERROR) {
                bytes.write(value);
            }
        }

        synchronized String told(int code) {
            String text = bytes.toString(StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? Texts.of("GuardedCopies.tarInTheContainer", code) : text;
        }
    }
}
