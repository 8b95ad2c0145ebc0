// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.failure.FailureText;
import podium.core.fleet.FleetService;
import podium.core.log.PodContainers;
import podium.core.log.PodLogReader;
import podium.core.shell.ShellCommand;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.operation.shell.ShellService;
import podium.ui.action.ShellFlow;
import podium.ui.enablement.ConsoleLocks;
import podium.ui.label.FleetLabels;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** The Shell part: terminals in containers, one a tab, and what GPU people open a shell for as lines to choose from. */
public class ShellPart implements ShellFlow.Viewer {
    private static final List<String> NAMES = List.of(
            "type a command", "nvidia-smi", "Xid lines of the kernel", "stack of process 1", "NCCL state (RAS)");
    private static final List<String> LINES = List.of(
            "",
            "nvidia-smi",
            "dmesg | grep -i xid | tail -n 20",
            "py-spy dump --pid 1",
            "ncclras -v || echo 'needs NCCL 2.24 or later (ncclras)'");

    private final Connections connections;
    private final ShellService shells;
    private final UiServices services;
    private final EmptyState empty;
    private final CTabFolder folder;
    private final Repaint look;
    private final List<ShellTab> tabs = new ArrayList<>();

    @Inject
    public ShellPart(
            Composite parent,
            FleetService fleet,
            Connections connections,
            ShellService shells,
            ConsoleLocks locks,
            UiServices services) {
        this.connections = connections;
        this.shells = shells;
        this.services = services;
        PartToolbar bar = PartToolbar.above(parent, services.theme());
        bar.choice("run: ", NAMES, 0, this::run);
        bar.button(Icon.COPY, "", "Copy what is selected (Ctrl+Shift+C)", () -> shown().ifPresent(
                        tab -> tab.view().copy()));
        Composite body = services.theme().dress(new Composite(parent, SWT.NONE));
        body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        body.setLayout(new FillLayout());
        empty = new EmptyState(body, services.theme());
        folder = services.theme().dressTabs(new CTabFolder(empty.stack(), SWT.TOP | SWT.CLOSE | SWT.FLAT));
        look = Repaint.of(folder, Duration.ZERO, this::look);
        new Subscriptions(folder).add(locks.listen(look::request)).add(fleet.listen(delta -> {
            if (!delta.clusters().isEmpty()) {
                look.request();
            }
        }));
        look();
    }

    private Optional<ShellTab> shown() {
        @Nullable CTabItem item = folder.getSelection();
        return item == null ? Optional.empty() : Optional.of((ShellTab) item.getData());
    }

    @Focus
    public void focus() {
        shown().ifPresentOrElse(tab -> tab.view().focus(), () -> TabKey.focus(folder));
    }

    /** After a lock, a cluster or a tab has gone. */
    private void look() {
        tabs.forEach(ShellTab::allowed);
        if (tabs.isEmpty()) {
            empty.why("No shell is open.", "Select a task that runs and press X. The cluster must be unlocked.");
        }
    }

    private void run(int chosen) {
        shown().filter(_ -> chosen > 0).ifPresent(tab -> {
            tab.line(LINES.get(chosen));
            tab.view().focus();
        });
    }

    @Override
    public void open(Task task) {
        @Nullable Job job = task.getJob();
        if (job == null || job.getCluster() == null) {
            return;
        }
        ClusterId cluster = ClusterId.of(job.getCluster());
        String namespace = task.getNamespace();
        String pod = task.getName();
        String title = FleetLabels.name(task);
        Optional<PodLogReader> reader =
                connections.connection(cluster).flatMap(connection -> connection.capability(PodLogReader.class));
        services.background()
                .run(
                        () -> container(reader, namespace, pod),
                        container -> show(title, cluster, ShellCommand.shell(namespace, pod, container)),
                        failure -> empty.why(
                                "No shell could be opened in " + pod + ".",
                                SafeText.line(FailureText.sentence(failure))));
    }

    private static String container(Optional<PodLogReader> reader, String namespace, String pod) throws IOException {
        if (reader.isEmpty()) {
            throw new IOException("There is no connection to its cluster.");
        }
        PodContainers containers =
                reader.get().containers(namespace, pod).orElseThrow(() -> new IOException("The pod is gone."));
        return containers.all().stream()
                .filter(it -> it.running() && it.role() == PodContainers.Role.MAIN)
                .findFirst()
                .orElseThrow(() -> new IOException("None of its containers runs."))
                .name();
    }

    private void show(String title, ClusterId cluster, ShellCommand command) {
        if (folder.isDisposed()) {
            return;
        }
        CTabItem item = new CTabItem(folder, SWT.CLOSE);
        ShellTab tab = new ShellTab(folder, services.theme(), shells, cluster, command);
        item.setData(tab);
        WidgetText.set(item, title + " / " + command.container());
        WidgetText.tip(item, command.kubectl());
        item.setControl(tab.view().control());
        tabs.add(tab);
        item.addDisposeListener(event -> {
            tabs.remove(tab);
            tab.close();
            tab.view().control().dispose();
            look.request();
        });
        folder.setSelection(item);
        empty.content(folder);
        tab.view().focus();
    }
}
