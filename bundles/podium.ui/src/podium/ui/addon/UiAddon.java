// SPDX-License-Identifier: Apache-2.0
package podium.ui.addon;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.statusreporter.StatusReporter;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.event.Event;
import podium.core.cluster.Connections;
import podium.core.fleet.FleetRealm;
import podium.core.fleet.FleetService;
import podium.operation.AuditNotes;
import podium.operation.ProtectionChanges;
import podium.operation.rule.ChangeLocks;
import podium.placement.whatif.WhatIfService;
import podium.telemetry.TelemetryStore;
import podium.ui.action.ChosenItems;
import podium.ui.action.MoreEntries;
import podium.ui.advice.WhatIfEntries;
import podium.ui.advice.WhatIfSession;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.drag.DragSession;
import podium.ui.enablement.ConsoleLocks;
import podium.ui.enablement.KeySchemes;
import podium.ui.find.DeviceReadings;
import podium.ui.find.FindSession;
import podium.ui.flow.LockFlow;
import podium.ui.flow.ShellsInUse;
import podium.ui.ganglayout.GangLayoutSession;
import podium.ui.manifest.UnsentManifest;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.LastAnswers;
import podium.ui.selection.FleetSelection;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.FolderButtons;
import podium.ui.toolkit.HiddenValues;
import podium.ui.toolkit.Icons;
import podium.ui.toolkit.KeptFocus;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.PartActivator;
import podium.ui.toolkit.PendingOpens;
import podium.ui.toolkit.QuietTips;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.StatusMessage;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.UnsentTexts;
import podium.ui.trim.CommandBarSlot;
import podium.ui.trim.CommandLine;
import podium.ui.trim.RefusalNote;

/** Puts what all parts share into the application's context, and keeps the colours in step with the theme. UI thread. */
public class UiAddon {
    /** A theme whose name ends so is dark. */
    private static final String DARK = ".dark";

    private static final String KEYS = "podium.command.keyScheme";

    private final ConsoleLocks locks = new ConsoleLocks();
    private final FleetSelection selection = new FleetSelection();
    private final FindSession finder = new FindSession();
    private AutoCloseable following = () -> {};
    private AutoCloseable watching = () -> {};
    private final Palette palette = new Palette(false);
    private final BackgroundWork background;
    private final ShellDialogs dialogs;
    private final DefectWatch defects;
    private final StatusMessage message;

    @Inject
    UiAddon(MApplication application, Display display, FleetRealm realm, WhatIfService whatIf) {
        this.background = new BackgroundWork(realm);
        TabKey.watch(display);
        FolderButtons.watch(display);
        KeptFocus.watch(display);
        QuietTips.watch(display);
        Theme theme = new Theme(palette, new Icons(display, palette));
        IEclipseContext context = application.getContext();
        UiServices services = new UiServices(
                theme,
                background,
                InstantSource.system(),
                new HiddenValues(
                        background, () -> context.get(Connections.class), () -> context.get(AuditNotes.class)));
        context.set(Palette.class, palette);
        context.set(Theme.class, theme);
        context.set(UiServices.class, services);
        context.set(PendingOpens.class, services.opening());
        context.set(UnsentTexts.class, services.unsent());
        context.set(BackgroundWork.class, background);
        context.set(FleetSelection.class, selection);
        message = services.message();
        context.set(StatusMessage.class, message);
        context.set(RefusalNote.class, new RefusalNote(display, services));
        defects = DefectWatch.begin(realm, services.message());
        context.set(StatusReporter.class, defects.reporter());
        Repaint.onRecovery(display, defects::recovered);
        KeySchemes keys = new KeySchemes(application.getPersistedState());
        context.set(KeySchemes.class, keys);
        Runnable marked = () -> ChosenItems.mark(application, KEYS, keys.get().name());
        keys.listen(marked);
        marked.run();
        context.set(CommandLine.class, new CommandLine(services));
        context.set(FindSession.class, finder);
        context.set(CommandBarSlot.class, new CommandBarSlot());
        context.set(DragSession.class, new DragSession());
        context.set(GangLayoutSession.class, new GangLayoutSession());
        context.set(UnsentManifest.class, new UnsentManifest(services.unsent()));
        context.set(ConsoleLocks.class, locks);
        context.set(ShellsInUse.class, new ShellsInUse());
        context.set(LastAnswers.class, new LastAnswers());
        WhatIfSession scenario = new WhatIfSession(whatIf, background);
        context.set(WhatIfSession.class, scenario);
        context.set(MoreEntries.class, new WhatIfEntries(scenario, new PartActivator(application)));
        dialogs = new ShellDialogs(display, services);
        dialogs.unlock(locks);
        context.set(Dialogs.class, dialogs);
    }

    /** The service comes up after the window; from then on operations are held to the locks. */
    @Inject
    void enforce(@Optional @Nullable ChangeLocks enforced) {
        locks.enforce(enforced);
    }

    /** What says in the journal who unlocked what came up, or went down: without it nothing is unlocked. */
    @Inject
    void protect(@Optional @Nullable ProtectionChanges changes) {
        locks.turnBy(
                changes == null
                        ? (cluster, locked) -> {}
                        : (cluster, locked) -> LockFlow.turn(cluster, locked, changes, locks, background, dialogs));
    }

    /** The fleet came up, or went down. */
    @Inject
    void follow(@Optional @Nullable FleetService fleet) throws Exception {
        following.close();
        watching.close();
        dialogs.follow(fleet);
        following = fleet == null ? () -> {} : selection.follow(fleet);
        watching = fleet == null ? () -> {} : locks.follow(fleet, message::say);
    }

    /** What opens clusters came up, or went down. */
    @Inject
    void opened(@Optional @Nullable Connections connections) {
        dialogs.opened(cluster -> connections == null ? java.util.Optional.empty() : connections.target(cluster));
    }

    /** The store came up, or went down. */
    @Inject
    void measured(@Optional @Nullable TelemetryStore store) {
        finder.readings(store == null ? DeviceReadings.NONE : DeviceReadings.of(store));
    }

    /** The theme was set or changed. */
    @Inject
    @Optional
    void themed(@UIEventTopic(IThemeEngine.Events.THEME_CHANGED) @Nullable Event event) {
        if (event != null && event.getProperty(IThemeEngine.Events.THEME) instanceof ITheme theme) {
            palette.use(theme.getId().endsWith(DARK));
        }
    }

    @PreDestroy
    void stop() throws Exception {
        following.close();
        watching.close();
        background.close();
        defects.close();
    }
}
