// SPDX-License-Identifier: Apache-2.0
package podium.ui.forward;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolItem;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.fleet.FleetService;
import podium.operation.forward.ForwardService;
import podium.operation.forward.PortForward;
import podium.operation.plan.KubectlExport;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowFollower;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.WholeRow;
import podium.ui.texts.Texts;
import podium.ui.toolkit.ClipboardText;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** The Forwards part: ports of pods and services on this machine, what became of them, and ending them. */
public class ForwardsPart {
    private static final Duration THROTTLE = Duration.ofMillis(150);

    private final ForwardService forwards;
    private final ForwardedPods pods;
    private final Connections connections;
    private final UiServices services;
    private final EmptyState empty;
    private final WholeRow<PortForward> whole;
    private final RowTable<PortForward> table;
    private final RowFollower<PortForward> follower;
    private final List<ToolItem> ofOpen = new ArrayList<>();
    private final ToolItem stop;
    private final PartToolbar bar;
    private final Label said;
    private final Predicate<String> browser;

    @Inject
    public ForwardsPart(
            Composite parent,
            ForwardService forwards,
            FleetService fleet,
            Connections connections,
            UiServices services) {
        this(parent, forwards, fleet, connections, services, Program::launch);
    }

    /** @param browser shows what is at an address; false: there is none */
    ForwardsPart(
            Composite parent,
            ForwardService forwards,
            FleetService fleet,
            Connections connections,
            UiServices services,
            Predicate<String> browser) {
        this.forwards = forwards;
        this.connections = connections;
        this.services = services;
        this.browser = browser;
        pods = new ForwardedPods(fleet, forwards);
        bar = PartToolbar.above(parent, services.theme());
        ofOpen.add(bar.button(
                Icon.OPEN,
                Texts.of("ForwardsPart.open"),
                Texts.of("ForwardsPart.openTheSelectedForwards"),
                this::browse));
        ofOpen.add(bar.button(
                Icon.COPY,
                Texts.of("ForwardsPart.copyAddress"),
                Texts.of("ForwardsPart.copyTheLocalAddresses"),
                () -> copy(false)));
        ofOpen.add(bar.button(
                Icon.SHELL,
                Texts.of("ForwardsPart.copyCommand"),
                Texts.of("ForwardsPart.copyTheKubectlCommands"),
                () -> copy(true)));
        stop = bar.button(
                Icon.ABORT,
                Texts.of("ForwardsPart.stop"),
                Texts.of("ForwardsPart.stopTheSelectedForwards"),
                this::stop);
        said = bar.label("", true);
        Composite body = services.theme().dress(new Composite(parent, SWT.NONE));
        body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        body.setLayout(new FillLayout());
        empty = new EmptyState(body, services.theme());
        whole = new WholeRow<>(empty.stack(), services.theme(), columns(pods), Texts.of("ForwardsPart.forwards"));
        table = whole.table();
        follower = new RowFollower<>(table, forward -> forward, this::refresh).beside(bar.control());
        Repaint look = Repaint.of(table.control(), THROTTLE, this::refresh);
        new Subscriptions(table.control())
                .add(forwards.listen(look::request))
                .add(fleet.listen(delta -> {
                    if (pods.isTouched(delta)) {
                        look.request();
                    }
                }))
                .add(table.onSelect(chosen -> enable()));
        refresh();
    }

    private static List<Column<PortForward, ?>> columns(ForwardedPods pods) {
        return List.of(
                Column.text("local", Texts.of("ForwardsPart.onThisMachine"), 128, Form.NAME, ForwardsPart::address),
                Column.text("target", Texts.of("ForwardsPart.target"), 260, Form.NAME, forward -> forward.target()
                        .title()),
                Column.text("cluster", Texts.of("ForwardsPart.cluster"), 128, Form.NAME, forward -> forward.cluster()
                        .name()),
                Column.count("connections", Texts.of("ForwardsPart.connections"), 92, PortForward::connections),
                Column.text("status", Texts.of("ForwardsPart.status"), 420, Form.SENTENCE, pods::words));
    }

    private static String address(PortForward forward) {
        return "127.0.0.1:" + forward.localPort();
    }

    @Focus
    public void focus() {
        TabKey.focus(table.control());
    }

    private void refresh() {
        pods.refresh();
        List<PortForward> all = forwards.all();
        int before = table.rows().size();
        follower.follow(Rows.of(all, forward -> key(forward)));
        if (all.isEmpty()) {
            empty.why(Texts.of("ForwardsPart.noPortIsForwarded"), Texts.of("ForwardsPart.selectATaskThat"));
        } else {
            empty.content(whole.control());
            if (before < table.rows().size()) {
                table.select(List.of(key(all.getLast())));
            }
        }
        enable();
    }

    private static String key(PortForward forward) {
        return Integer.toHexString(System.identityHashCode(forward)) + " " + forward.localPort();
    }

    private void enable() {
        List<PortForward> chosen = table.selection();
        stop.setEnabled(!chosen.isEmpty());
        ofOpen.forEach(item -> item.setEnabled(chosen.stream().anyMatch(PortForward::isOpen)));
    }

    private void each(Consumer<PortForward> act) {
        table.selection().stream().filter(PortForward::isOpen).forEach(act);
    }

    private void browse() {
        List<String> left = new ArrayList<>();
        each(forward -> {
            if (!browser.test(forward.url())) {
                left.add(forward.url());
            }
        });
        if (!left.isEmpty()) {
            ClipboardText.copy(table.control().getDisplay(), String.join("\n", left));
        }
        String words = left.isEmpty() ? "" : Texts.of("ForwardsPart.noBrowserWasFound");
        WidgetText.wholeTip(said, words);
        if (WidgetText.set(said, words)) {
            bar.control().layout(true, true);
        }
    }

    private void copy(boolean command) {
        List<String> lines = new ArrayList<>();
        each(forward -> lines.add(command ? command(forward) : address(forward)));
        ClipboardText.copy(table.control().getDisplay(), String.join("\n", lines));
    }

    private String command(PortForward forward) {
        ClusterId cluster = forward.cluster();
        return forward.target()
                .command(
                        KubectlExport.kubectl(cluster, connections.target(cluster), System.getenv()),
                        forward.localPort());
    }

    private void stop() {
        List<PortForward> chosen = table.selection();
        services.background()
                .run(
                        () -> {
                            chosen.forEach(PortForward::stop);
                            return chosen;
                        },
                        stopped -> {
                            // whoever listens has heard
                        },
                        failure -> {
                            // it stays on the list
                        });
    }
}
