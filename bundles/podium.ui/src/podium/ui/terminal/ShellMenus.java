// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import podium.core.log.PodContainers;
import podium.core.shell.ShellCommand;
import podium.ui.flow.ShellRequest;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.InputPrompt;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Menus.Entry;

/** What the toolbar of the shells offers for the one that is shown. UI thread. */
final class ShellMenus {
    private static final String NONE = Texts.of("ShellMenus.noShellIsOpen");

    private final Supplier<Optional<ShellTab>> shown;
    private final Consumer<ShellRequest> opening;
    private final Dialogs dialogs;

    ShellMenus(Supplier<Optional<ShellTab>> shown, Consumer<ShellRequest> opening, Dialogs dialogs) {
        this.shown = shown;
        this.opening = opening;
        this.dialogs = dialogs;
    }

    /** The containers of the pod, each for a shell of its own, and other programs in this one. */
    List<List<Entry>> containers() {
        Optional<ShellTab> tab = shown.get();
        return List.of(
                tab.flatMap(ShellTab::containers).stream()
                        .map(PodContainers::all)
                        .flatMap(List::stream)
                        .map(it -> new Entry(
                                ContainerPick.words(it),
                                Icon.SHOW,
                                "",
                                ContainerPick.whyNot(it),
                                () -> opening.accept(request(tab).of(it.name()))))
                        .toList(),
                List.of(
                        new Entry(
                                Texts.of("ShellMenus.anotherProgram"),
                                Icon.TEXT,
                                "",
                                whyNot(tab),
                                () -> ask(request(tab))),
                        new Entry(
                                Texts.of("ShellMenus.attachToMainProcess"),
                                Icon.PLACE,
                                "",
                                whyNot(tab),
                                () -> opening.accept(request(tab).running(List.of())))));
    }

    private static Optional<String> whyNot(Optional<ShellTab> tab) {
        return tab.flatMap(ShellTab::command).isEmpty() ? Optional.of(NONE) : Optional.empty();
    }

    /** The same pod and container as now, with its best shell. */
    private static ShellRequest request(Optional<ShellTab> tab) {
        ShellRequest now = tab.orElseThrow().request();
        ShellRequest same = ShellRequest.in(now.cluster(), now.namespace(), now.pod(), now.title());
        return tab.flatMap(ShellTab::command)
                .map(ShellCommand::container)
                .map(same::of)
                .orElse(same);
    }

    private void ask(ShellRequest request) {
        dialogs.ask(
                new InputPrompt(
                        Texts.of("ShellMenus.runIn", request.pod()),
                        Texts.of("ShellMenus.aCommandLineFor"),
                        Texts.of("ShellMenus.run"),
                        "",
                        List.of(),
                        typed -> typed.isBlank()
                                ? Optional.of(Texts.of("ShellMenus.thisCannotBeEmpty"))
                                : Optional.empty()),
                typed -> opening.accept(request.running(List.of("sh", "-c", typed.strip()))));
    }

    /** What is typed on choice, as it is typed. */
    List<List<Entry>> lines() {
        Optional<ShellTab> tab = shown.get();
        boolean node = tab.filter(it -> it.request().onNode()).isPresent();
        return Stream.of(PreparedLines.of(node))
                .map(lines -> lines.stream()
                        .map(line -> new Entry(
                                line.shown(),
                                Icon.TEXT,
                                "",
                                whyNot(tab),
                                () -> tab.ifPresent(it -> {
                                    it.line(line.text());
                                    it.view().focus();
                                })))
                        .toList())
                .toList();
    }
}
