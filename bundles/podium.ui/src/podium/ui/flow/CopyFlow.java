// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.failure.FailureText;
import podium.core.file.Home;
import podium.core.log.PodContainers;
import podium.core.log.PodLogReader;
import podium.operation.copy.ContainerPath;
import podium.operation.copy.CopyService;
import podium.operation.copy.CopyService.Copied;
import podium.ui.prompt.ChoicePrompt;
import podium.ui.prompt.ChoicePrompt.Option;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.LastAnswers;
import podium.ui.prompt.LongWork.Outcome;
import podium.ui.prompt.NextStep;
import podium.ui.prompt.PathPrompt;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.Formats;

/** Copies files from and to the container of what is selected: asks which way, from where, and where to. UI thread. */
@Creatable
public final class CopyFlow {
    private static final String TITLE = Texts.of("CopyFlow.copyFiles");

    private final Connections connections;
    private final CopyService copies;
    private final Dialogs dialogs;
    private final BackgroundWork background;
    private final LastAnswers answers;

    @Inject
    public CopyFlow(
            Connections connections,
            CopyService copies,
            Dialogs dialogs,
            BackgroundWork background,
            LastAnswers answers) {
        this.answers = answers;
        this.connections = connections;
        this.copies = copies;
        this.dialogs = dialogs;
        this.background = background;
    }

    /** Which way. */
    private enum Way {
        FROM,
        TO,
        FOLDER_TO
    }

    /** Why nothing can be copied with a selection; empty: it can. */
    public Optional<String> whyNot(List<EObject> selection) {
        return RunningTask.whyNot(selection, this::whyNot);
    }

    /** Why nothing can be copied with a cluster; empty: it can. */
    public Optional<String> whyNot(ClusterId cluster) {
        return copies.whyNot(cluster);
    }

    /** Copies from or to the selected task; of a job with several it asks which. */
    public void begin(List<EObject> selection) {
        RunningTask.choose(
                dialogs, answers, TITLE, NextStep.QUESTION, RunningTask.of(selection), task -> RunningTask.cluster(task)
                        .ifPresent(cluster -> begin(cluster, task.getNamespace(), task.getName())));
    }

    /** Copies from or to a pod. */
    public void begin(ClusterId cluster, String namespace, String pod) {
        dialogs.pick(
                new ChoicePrompt<>(
                                TITLE,
                                Texts.of("CopyFlow.inWhichDirectionThe"),
                                NextStep.QUESTION,
                                List.of(
                                        new Option<>(
                                                Way.FROM,
                                                Texts.of("CopyFlow.fromTheContainer"),
                                                Texts.of("CopyFlow.aFileOrA", pod),
                                                Optional.empty()),
                                        new Option<>(
                                                Way.TO,
                                                Texts.of("CopyFlow.aFileToThe"),
                                                Texts.of("CopyFlow.aFileOfThe"),
                                                Optional.empty()),
                                        new Option<>(
                                                Way.FOLDER_TO,
                                                Texts.of("CopyFlow.aFolderToThe"),
                                                Texts.of("CopyFlow.withItsContentsLinks"),
                                                Optional.empty())))
                        .in(cluster),
                way -> background.run(
                        () -> container(cluster, namespace, pod),
                        container -> ask(cluster, new ContainerPath(namespace, pod, container, "/"), way),
                        failure -> dialogs.refuse(
                                TITLE, FailureText.sentence(failure), Texts.of("CopyFlow.nothingWasCopied"))));
    }

    private String container(ClusterId cluster, String namespace, String pod) throws IOException {
        PodContainers containers = connections
                .capability(cluster, PodLogReader.class)
                .orElseThrow(() -> new IOException(Texts.of("CopyFlow.itsClusterIsNot")))
                .containers(namespace, pod)
                .orElseThrow(() -> new IOException(Texts.of("CopyFlow.thePodIsGone")));
        return containers.all().stream()
                .filter(it -> it.running() && it.role() == PodContainers.Role.MAIN)
                .findFirst()
                .orElseThrow(() -> new IOException(Texts.of("CopyFlow.noneOfItsContainers")))
                .name();
    }

    private void ask(ClusterId cluster, ContainerPath container, Way way) {
        boolean from = way == Way.FROM;
        String asked = from ? "from" : "to";
        dialogs.path(
                new PathPrompt(
                        Texts.of("CopyFlow.copyFilesOf", container.pod()),
                        from
                                ? Texts.of("CopyFlow.whichFileOrFolder", container.container())
                                : Texts.of("CopyFlow.intoWhichFolderOf", container.container()),
                        Texts.of("CopyFlow.choosePlace"),
                        answers.of(asked),
                        answers.last(asked, from ? "/" : "/tmp"),
                        !from,
                        path -> from && path.matches("/*")
                                ? Optional.of("") // none is chosen yet
                                : ContainerPath.problem(path),
                        folder -> copies.list(cluster, container.at(folder)),
                        cluster),
                path -> {
                    answers.add(asked, path.strip());
                    place(cluster, container.at(path.strip()), way);
                });
    }

    private void place(ClusterId cluster, ContainerPath remote, Way way) {
        boolean from = way == Way.FROM;
        String asked = from ? "folder" : "file";
        dialogs.place(
                way != Way.TO,
                from ? Texts.of("CopyFlow.chooseTo", remote.name()) : Texts.of("CopyFlow.chooseFrom", remote.path()),
                Path.of(answers.last(asked, Home.folder().toString())),
                local -> {
                    if (from && Files.exists(local.resolve(remote.name()), LinkOption.NOFOLLOW_LINKS)) {
                        dialogs.refuse(
                                TITLE,
                                Texts.of("CopyFlow.isThereAlready", remote.name(), Home.shown(local)),
                                Texts.of("CopyFlow.chooseAnotherFolder"));
                        place(cluster, remote, way);
                        return;
                    }
                    Path folder = from ? local : local.toAbsolutePath().getParent();
                    answers.add(asked, String.valueOf(folder));
                    dialogs.work(
                            from
                                    ? Texts.of("CopyFlow.copying", remote.path())
                                    : Texts.of("CopyFlow.copyingTo", remote.path()),
                            bytes -> from
                                    ? downloaded(copies.download(cluster, remote, local, bytes), local, remote)
                                    : uploaded(copies.upload(cluster, local, remote, bytes), local, remote));
                });
    }

    private static Outcome downloaded(Copied copied, Path folder, ContainerPath remote) {
        Path there = folder.resolve(remote.name());
        return new Outcome(
                Texts.of("CopyFlow.copiedTitle", remote.path()),
                words(copied, Home.shown(there)),
                there.toString(),
                Optional.of(folder));
    }

    private static Outcome uploaded(Copied copied, Path file, ContainerPath folder) {
        String there = folder.path().replaceFirst("/*$", "/") + file.getFileName();
        return new Outcome(
                Texts.of("CopyFlow.copiedToTitle", folder.path()),
                words(copied, folder.at(there).title()),
                there,
                Optional.empty());
    }

    private static String words(Copied copied, String there) {
        String files = Formats.counted(copied.files(), "file");
        String bytes = Formats.bytes((double) copied.bytes());
        return copied.leftOut() == 0
                ? Texts.of("CopyFlow.copied", files, bytes, there)
                : Texts.of("CopyFlow.copiedWithoutLinks", files, bytes, there, Formats.count(copied.leftOut()));
    }
}
