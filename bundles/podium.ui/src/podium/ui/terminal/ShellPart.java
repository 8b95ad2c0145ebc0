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
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolItem;
import podium.core.cluster.Connections;
import podium.core.fleet.FleetService;
import podium.core.log.PodLogReader;
import podium.core.shell.LoginSession;
import podium.core.shell.ShellCommand;
import podium.operation.shell.ShellService;
import podium.ui.enablement.ConsoleLocks;
import podium.ui.flow.ShellFlow;
import podium.ui.flow.ShellRequest;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.TextShortener;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/**
 * The Shell part: terminals, one a tab. Most are in containers, with the containers of their pod and what GPU people open a shell for to
 * choose; in others a program asks before a cluster lets its operator in.
 */
public class ShellPart implements ShellFlow.Viewer {
    /** Characters of the title of a tab that those of others leave room for, at least. */
    private static final int SHORTEST = 40;

    /** Pixels of a tab beside its title. */
    private static final int AROUND = 40;

    private static final String TITLE = "moe-router-sweep-0-worker-4-rfp9q";

    private final Connections connections;
    private final ShellService shells;
    private final Dialogs dialogs;
    private final UiServices services;
    private final EmptyState empty;
    private final CTabFolder folder;
    private final Repaint look;
    private final ToolItem container;
    private final List<TerminalTab> tabs = new ArrayList<>();
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
        this.dialogs = dialogs;
        this.services = services;
        ShellMenus menus = new ShellMenus(this::shown, this::open, dialogs);
        PartToolbar bar = PartToolbar.above(parent, services.theme());
        container = bar.menu(Texts.of("ShellPart.container"), Texts.of("ShellPart.openAShellIn"), menus::containers);
        bar.menu(Texts.of("ShellPart.run"), Texts.of("ShellPart.typeOneOfThese"), menus::lines);
        bar.button(Icon.COPY, "", Texts.of("ShellPart.copyWhatIsSelected"), () -> top().ifPresent(
                        tab -> tab.view().copy()));
        Composite body = services.theme().dress(new Composite(parent, SWT.NONE));
        body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        body.setLayout(new FillLayout());
        empty = new EmptyState(body, services.theme());
        folder = services.theme().dressTabs(new CTabFolder(empty.stack(), SWT.TOP | SWT.CLOSE | SWT.FLAT));
        // with the window nothing is begun: what is left behind is found at the next connection
        folder.addDisposeListener(event -> ending = true);
        look = Repaint.of(folder, Duration.ZERO, this::look);
        folder.addListener(SWT.Resize, event -> look.request());
        folder.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> look()));
        new Subscriptions(folder).add(locks.listen(look::request)).add(fleet.listen(delta -> {
            if (!delta.clusters().isEmpty()) {
                look.request();
            }
        }));
        look();
    }

    private Optional<TerminalTab> top() {
        @Nullable CTabItem item = folder.getSelection();
        return item == null ? Optional.empty() : Optional.of((TerminalTab) item.getData());
    }

    private Optional<ShellTab> shown() {
        return top().filter(ShellTab.class::isInstance).map(ShellTab.class::cast);
    }

    @Focus
    public void focus() {
        top().ifPresentOrElse(tab -> tab.view().focus(), () -> TabKey.focus(folder));
    }

    /** After a lock, a cluster or a tab has gone, or where a shell runs is known. */
    private void look() {
        tabs.forEach(TerminalTab::check);
        int longest = Math.max(SHORTEST, letters());
        for (CTabItem item : folder.getItems()) {
            TerminalTab tab = (TerminalTab) item.getData();
            if (tab.isDone()) {
                item.dispose();
            } else {
                WidgetText.set(item, TextShortener.to(longest, tab.title()));
                tab.tip().ifPresent(tip -> WidgetText.tip(item, tip));
            }
        }
        String now = Texts.of(
                "ShellPart.containerNamed",
                shown().map(tab -> tab.command()
                                .map(ShellCommand::container)
                                .orElse(tab.isOver() ? Texts.of("ShellPart.none") : Texts.of("ShellPart.connecting")))
                        .orElse(Texts.of("ShellPart.none")));
        if (WidgetText.set(container, now)) {
            container.getParent().getParent().getParent().layout(true, true);
        }
        if (tabs.isEmpty()) {
            empty.why(Texts.of("ShellPart.noShellIsOpen"), Texts.of("ShellPart.selectATaskThat"));
        }
    }

    /** Letters of each title where all tabs are in sight. */
    private int letters() {
        GC gc = new GC(folder);
        try {
            int room = folder.getClientArea().width / Math.max(1, folder.getItemCount()) - AROUND;
            return room * TITLE.length() / gc.textExtent(TITLE).x;
        } finally {
            gc.dispose();
        }
    }

    @Override
    public void open(ShellRequest request) {
        if (folder.isDisposed()) {
            return;
        }
        Optional<PodLogReader> reader = connections.capability(request.cluster(), PodLogReader.class);
        // shown before anything is asked for: what is typed from now on is meant for it, and waits
        show(add(new ShellTab(folder, services.theme(), dialogs, shells, reader, request, look::request)));
    }

    @Override
    public void login(String title, LoginSession session, Runnable answered) {
        if (folder.isDisposed()) {
            return;
        }
        for (CTabItem item : folder.getItems()) {
            if (item.getData() instanceof LoginTab tab && tab.session() == session) {
                show(item);
                return;
            }
        }
        // what is typed now is meant for another program: it may be a password
        boolean typing =
                top().filter(tab -> !tab.isOver() && tab.view().isFocused()).isPresent();
        for (CTabItem item : folder.getItems()) {
            if (item.getData() instanceof LoginTab tab
                    && tab.isOver()
                    && tab.title().equals(title)) {
                item.dispose();
            }
        }
        CTabItem item = add(new LoginTab(folder, services.theme(), dialogs, title, session, answered, look::request));
        if (typing) {
            look();
        } else {
            show(item);
        }
    }

    private CTabItem add(TerminalTab tab) {
        CTabItem item = new CTabItem(folder, SWT.CLOSE);
        item.setData(tab);
        item.setControl(tab.view().control());
        tabs.add(tab);
        item.addDisposeListener(event -> {
            tabs.remove(tab);
            tab.close();
            tab.view().control().dispose();
            if (!ending) {
                tab.afterwards();
            }
            look.request();
        });
        return item;
    }

    private void show(CTabItem item) {
        folder.setSelection(item);
        empty.content(folder);
        look();
        ((TerminalTab) item.getData()).view().focus();
    }
}
