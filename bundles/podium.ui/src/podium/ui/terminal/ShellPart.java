// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolItem;
import podium.core.cluster.Connections;
import podium.core.fleet.FleetService;
import podium.core.log.PodLogReader;
import podium.core.shell.ShellCommand;
import podium.operation.shell.ShellService;
import podium.ui.enablement.ConsoleLocks;
import podium.ui.flow.ShellFlow;
import podium.ui.flow.ShellRequest;
import podium.ui.prompt.Dialogs;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** The Shell part: terminals in containers, one a tab, with the containers of its pod and what GPU people open a shell for to choose. */
public class ShellPart implements ShellFlow.Viewer {
    private final Connections connections;
    private final ShellService shells;
    private final UiServices services;
    private final EmptyState empty;
    private final CTabFolder folder;
    private final Repaint look;
    private final ToolItem container;
    private final List<ShellTab> tabs = new ArrayList<>();
    private boolean ending;

    @Inject
    public ShellPart(
            Composite parent,
            FleetService fleet,
            Connections connections,
            ShellService shells,
            ConsoleLocks locks,
            Dialogs dialogs,
            UiServices services) {
        this.connections = connections;
        this.shells = shells;
        this.services = services;
        ShellMenus menus = new ShellMenus(this::shown, this::open, dialogs);
        PartToolbar bar = PartToolbar.above(parent, services.theme());
        container = bar.menu("container", "Open a shell in another container, or another program", menus::containers);
        bar.menu("run", "Type one of these lines", menus::lines);
        bar.button(Icon.COPY, "", "Copy what is selected (Ctrl+Shift+C)", () -> shown().ifPresent(
                        tab -> tab.view().copy()));
        Composite body = services.theme().dress(new Composite(parent, SWT.NONE));
        body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        body.setLayout(new FillLayout());
        empty = new EmptyState(body, services.theme());
        folder = services.theme().dressTabs(new CTabFolder(empty.stack(), SWT.TOP | SWT.CLOSE | SWT.FLAT));
        // with the window nothing is begun: what is left behind is found at the next connection
        folder.addDisposeListener(event -> ending = true);
        look = Repaint.of(folder, Duration.ZERO, this::look);
        folder.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> look()));
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

    /** After a lock, a cluster or a tab has gone, or where a shell runs is known. */
    private void look() {
        tabs.forEach(ShellTab::allowed);
        for (CTabItem item : folder.getItems()) {
            name(item, (ShellTab) item.getData());
        }
        String now = "container: "
                + shown().flatMap(ShellTab::command)
                        .map(ShellCommand::container)
                        .orElse("none");
        if (WidgetText.set(container, now)) {
            container.getParent().getParent().getParent().layout(true, true);
        }
        if (tabs.isEmpty()) {
            empty.why("No shell is open.", "Select a task that runs and press X. The cluster must be unlocked.");
        }
    }

    private static void name(CTabItem item, ShellTab tab) {
        WidgetText.set(
                item,
                tab.request().title()
                        + tab.command().map(it -> " / " + it.container()).orElse(""));
        tab.command().ifPresent(it -> WidgetText.tip(item, it.kubectl()));
    }

    @Override
    public void open(ShellRequest request) {
        if (folder.isDisposed()) {
            return;
        }
        Optional<PodLogReader> reader = connections.capability(request.cluster(), PodLogReader.class);
        // shown before anything is asked for: what is typed from now on is meant for it, and waits
        CTabItem item = new CTabItem(folder, SWT.CLOSE);
        ShellTab tab = new ShellTab(folder, services.theme(), shells, reader, request, look::request);
        item.setData(tab);
        item.setControl(tab.view().control());
        tabs.add(tab);
        item.addDisposeListener(event -> {
            tabs.remove(tab);
            tab.close();
            tab.view().control().dispose();
            if (!ending) {
                request.closed().run();
            }
            look.request();
        });
        folder.setSelection(item);
        empty.content(folder);
        look();
        tab.view().focus();
    }
}
