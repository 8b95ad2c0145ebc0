// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolItem;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.operation.OperationService;
import podium.operation.rule.RuleService;
import podium.ui.action.FleetActions;
import podium.ui.cluster.ClusterActions;
import podium.ui.enablement.ConsoleLocks;
import podium.ui.enablement.FleetAction;
import podium.ui.find.FindSession;
import podium.ui.label.FleetLabels;
import podium.ui.label.MarkLabels;
import podium.ui.label.ProtectionLabels;
import podium.ui.label.RuleLabels;
import podium.ui.label.Snapshots;
import podium.ui.label.StateLabels;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Menus;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.TextShortener;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/**
 * The bar above the parts: what the canvas shows, which of several clusters, find, the acts on what is selected, and whether the
 * cluster may be changed.
 */
public class CommandBar {
    private static final Duration THROTTLE = Duration.ofMillis(250);
    /** A freeze window opens and closes by the clock. */
    private static final Duration RULES = Duration.ofSeconds(2);

    /** Characters of a cluster's name: those that the clouds give would push the lock out of the window. */
    private static final int LONGEST = 30;

    private static final int LONGEST_PERSON = 40;
    private static final int LONGEST_TITLE = 80;
    private static final String PODIUM = "Podium";
    /** What ends the title of the window where a cluster is open. */
    private static final String BEHIND = " - " + PODIUM;

    private static final int BRIEFEST = 2;
    /** Letters of what the button of undo says at the least: nothing beside it moves whatever there is to take back. */
    private static final int UNDO_LETTERS = 26;

    private static final List<FleetAction> SHOWN = List.of(FleetAction.PLACE, FleetAction.DRAIN, FleetAction.UNDO);
    private final FleetService fleet;
    private final FleetSelection selection;
    private final OperationService operations;
    private final FleetActions actions;
    private final ConsoleLocks locks;
    private final RuleService rules;
    private final ClusterActions clusters;
    private final UiServices services;
    private final FindSession finder;
    private final CommandBarSlot tools;
    /** How much is left out of the bar: 0 nothing, 1 the words of the acts, 2 the names of the clusters too. */
    private int brevity;

    /** Pixels that are left behind the acts, which the button of undo may take besides. */
    private int spare;

    private final Map<FleetAction, ToolItem> buttons = new EnumMap<>(FleetAction.class);

    @Inject
    public CommandBar(
            FleetService fleet,
            FleetSelection selection,
            OperationService operations,
            FleetActions actions,
            ConsoleLocks locks,
            RuleService rules,
            ClusterActions clusters,
            UiServices services,
            FindSession finder,
            CommandBarSlot tools) {
        this.fleet = fleet;
        this.selection = selection;
        this.operations = operations;
        this.actions = actions;
        this.locks = locks;
        this.rules = rules;
        this.clusters = clusters;
        this.services = services;
        this.finder = finder;
        this.tools = tools;
    }

    /** Adds one control to the parent, as the renderer of the trim expects. */
    @PostConstruct
    public void create(Composite parent) {
        PartToolbar toolbar = new PartToolbar(parent, services.theme());
        TrimMargins.give((GridLayout) toolbar.control().getLayout());
        // before the choice of a cluster, which comes, goes and is as wide as the names are long
        tools.open(toolbar.within());
        ClusterChoice choice = new ClusterChoice(toolbar, services.theme(), fleet, selection);
        FindField find = new FindField(toolbar, services.theme(), fleet, selection, finder);
        for (FleetAction action : SHOWN) {
            ToolItem button = toolbar.button(
                    action.icon(), action.words(), action.meaning(), () -> actions.run(action, selection.get()));
            buttons.put(action, button);
        }
        // what the lock says grows and shrinks in here, not before the acts
        toolbar.label("", true);
        ToolItem lock = toolbar.button(Icon.LOCKED, "", "", this::turnLock);
        toolbar.control().addListener(SWT.Resize, event -> fit(toolbar.control(), choice, lock, find));
        Repaint refresh = Repaint.of(toolbar.control(), THROTTLE, () -> {
            if (refresh(choice, lock)) {
                fit(toolbar.control(), choice, lock, find);
            }
        });
        Repaint menus = Repaint.on(parent.getDisplay(), () -> Menus.refresh(parent.getDisplay()));
        new Subscriptions(toolbar.control())
                .add(selection.listen(selected -> refresh.request()))
                .add(fleet.listen(delta -> refresh.request()))
                .add(operations.listen(operation -> refresh.request()))
                .add(locks.listen(refresh::request))
                .add(actions.listen(refresh::request))
                .add(actions.listen(menus::request))
                .add(actions.listenToKeys(refresh::request))
                .add(services.theme().palette().listen(refresh::request));
        Repaint.every(toolbar.control(), RULES, refresh::request);
        refresh(choice, lock);
        fit(toolbar.control(), choice, lock, find);
    }

    /**
     * Says less where the window is narrow, so that no act and never the lock lies outside of it: first the acts show their icons
     * only, then the lock and the choice of the cluster leave out its name. What is left out is in their tooltips.
     */
    private void fit(Composite bar, ClusterChoice choice, ToolItem lock, FindField find) {
        bar.setRedraw(false);
        try {
            brevity = -1;
            spare = 0;
            do {
                brevity++;
                refresh(choice, lock);
                bar.layout(true, true);
            } while (brevity < BRIEFEST && find.missing(bar) > 0);
            find.fit(bar);
            spare = Math.max(0, bar.getClientArea().width - bar.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
            if (rename()) {
                bar.layout(true);
            }
        } finally {
            bar.setRedraw(true);
        }
    }

    /** True when the words in the bar are others now. */
    private boolean refresh(ClusterChoice choice, ToolItem lock) {
        List<EObject> selected = selection.get();
        boolean renamed = rename();
        buttons.forEach((action, button) -> {
            Optional<String> why = actions.whyNot(action, selected);
            button.setEnabled(why.isEmpty());
            String key = actions.key(action).isEmpty() ? "" : " (" + actions.key(action) + ")";
            WidgetText.tip(
                    button,
                    (brevity > 0 ? actions.words(action) + "\n" : "")
                            + actions.tip(action)
                            + key
                            + why.map(reason -> Texts.of("CommandBar.notNow", reason))
                                    .orElse(""));
        });
        Optional<Cluster> cluster = cluster();
        boolean locked = cluster.map(locks::isLocked).orElse(true);
        String text = cluster.map(at -> (brevity > 1 ? "" : Snapshots.fit(at, LONGEST) + ": ")
                        + (Snapshots.is(at)
                                ? Texts.of("CommandBar.snapshot")
                                : locked ? Texts.of("CommandBar.readOnly") : Texts.of("CommandBar.unlocked"))
                        + MarkLabels.behind(at)
                        + ProtectionLabels.behind(at))
                .orElse("");
        Optional<String> person = cluster.flatMap(clusters::actsAs).map(as -> SafeText.line(as.toString()));
        Optional<String> other =
                person.map(as -> ", " + Texts.of("CommandBar.asSomebody", TextShortener.to(LONGEST_PERSON, as)));
        Optional<String> kept =
                cluster.filter(at -> !Snapshots.is(at)).flatMap(at -> RuleLabels.word(rules, at, selected));
        text += other.orElse("") + kept.map(word -> ", " + word).orElse("");
        Optional<String> waits = cluster.filter(at -> locked).flatMap(locks::whyNotUnlock);
        lock.setEnabled(cluster.isPresent() && waits.isEmpty());
        Optional<String> danger = cluster.flatMap(ProtectionLabels::sentence);
        Name tone = locked && other.isEmpty()
                ? cluster.flatMap(MarkLabels::tone).orElse(Name.MUTED)
                : cluster.filter(Cluster::isProduction).isPresent() ? Name.CRITICAL : Name.WARNING;
        title(cluster, lock.getParent().getShell());
        lock.setImage(services.theme()
                .image(
                        kept.isPresent() ? Icon.PROTECTED : locked ? Icon.LOCKED : Icon.UNLOCKED,
                        danger.isPresent() ? Name.CRITICAL : tone));
        WidgetText.tip(
                lock,
                cluster.map(at -> FleetLabels.name(at) + "\n").orElse("")
                        + person.map(as -> Texts.of("CommandBar.actsAs", as) + "\n"
                                        + Texts.of("CommandBar.fleetAsMyself") + "\n")
                                .orElse("")
                        + (locked ? Texts.of("CommandBar.unlockTheClusterSo") : Texts.of("CommandBar.lockTheClusterSo"))
                        + waits.map(why -> Texts.of("CommandBar.notNow", why)).orElse("")
                        + danger.map(sentence -> "\n" + sentence).orElse("")
                        + cluster.flatMap(at -> RuleLabels.sentences(rules, at))
                                .map(sentences -> "\n" + sentences)
                                .orElse(""));
        boolean moved = choice.refresh(brevity > 1);
        return moved | renamed | WidgetText.set(lock, text);
    }

    /** True when a button is called something else now. */
    private boolean rename() {
        boolean renamed = false;
        for (Map.Entry<FleetAction, ToolItem> button : buttons.entrySet()) {
            String words = actions.words(button.getKey());
            if (button.getKey() != FleetAction.UNDO) {
                renamed |= WidgetText.set(button.getValue(), brevity > 0 ? "" : words);
            } else if (brevity > 0) {
                renamed |= WidgetText.set(button.getValue(), "");
                PartToolbar.room(button.getValue(), List.of());
            } else {
                boolean names = !words.equals(FleetAction.UNDO.words());
                renamed |= PartToolbar.words(
                        button.getValue(), names ? actions.meaning(FleetAction.UNDO) : words, UNDO_LETTERS, spare);
            }
        }
        return renamed;
    }

    /** The window says which cluster is looked at, that it is production and how it stands with it, in the list of windows too. */
    private static void title(Optional<Cluster> cluster, Shell shell) {
        String title = cluster.map(at -> StateLabels.dated(
                                TextShortener.to(
                                        LONGEST_TITLE, MarkLabels.sentence(at).orElse(FleetLabels.name(at))),
                                at)
                        + BEHIND)
                .orElse(PODIUM);
        boolean ours = shell.getText().equals(PODIUM) || shell.getText().endsWith(BEHIND);
        if (ours && !shell.getText().equals(title)) {
            WidgetText.title(shell, title);
        }
    }

    private void turnLock() {
        cluster().ifPresent(cluster -> locks.set(cluster, !locks.isLocked(cluster)));
    }

    private Optional<Cluster> cluster() {
        return CurrentCluster.of(selection, fleet);
    }
}
