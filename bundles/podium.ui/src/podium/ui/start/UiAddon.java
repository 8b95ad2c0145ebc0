// SPDX-License-Identifier: Apache-2.0
package podium.ui.start;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.event.Event;
import podium.core.fleet.FleetRealm;
import podium.core.fleet.FleetService;
import podium.core.rule.ChangeLocks;
import podium.core.whatif.WhatIfService;
import podium.ui.act.Dialogs;
import podium.ui.act.Locks;
import podium.ui.act.UnsentManifest;
import podium.ui.advice.Supposition;
import podium.ui.bar.Remark;
import podium.ui.bar.ToolSlot;
import podium.ui.board.BoardSession;
import podium.ui.dialog.ShellDialogs;
import podium.ui.drag.DragSession;
import podium.ui.find.Finder;
import podium.ui.kit.Background;
import podium.ui.kit.Icons;
import podium.ui.kit.Kit;
import podium.ui.kit.Look;
import podium.ui.kit.Opening;
import podium.ui.kit.Palette;
import podium.ui.kit.TabKey;
import podium.ui.select.FleetSelection;

/** Puts what all parts share into the application's context, and keeps the colours in step with the theme. UI thread. */
public class UiAddon {
    /** A theme whose name ends so is dark. */
    private static final String DARK = ".dark";

    private final Locks locks = new Locks();
    private final FleetSelection selection = new FleetSelection();
    private AutoCloseable following = () -> {};
    private final Palette palette = new Palette(false);
    private final Background background;
    private final ShellDialogs dialogs;
    private final DefectWatch defects;

    @Inject
    UiAddon(MApplication application, Display display, FleetRealm realm, WhatIfService whatIf) {
        this.background = new Background(realm);
        TabKey.watch(display);
        Look look = new Look(palette, new Icons(display, palette));
        Kit kit = new Kit(look, background, InstantSource.system());
        IEclipseContext context = application.getContext();
        context.set(Palette.class, palette);
        context.set(Look.class, look);
        context.set(Kit.class, kit);
        context.set(Opening.class, kit.opening());
        context.set(Background.class, background);
        context.set(FleetSelection.class, selection);
        Remark remark = new Remark(kit.clock());
        context.set(Remark.class, remark);
        defects = DefectWatch.begin(realm, remark);
        context.set(Finder.class, new Finder());
        context.set(ToolSlot.class, new ToolSlot());
        context.set(DragSession.class, new DragSession());
        context.set(BoardSession.class, new BoardSession());
        context.set(UnsentManifest.class, new UnsentManifest());
        context.set(Locks.class, locks);
        context.set(Supposition.class, new Supposition(whatIf, background));
        dialogs = new ShellDialogs(display, kit);
        dialogs.unlock(locks);
        context.set(Dialogs.class, dialogs);
    }

    /** The service comes up after the window; from then on operations are held to the locks. */
    @Inject
    void enforce(@Optional @Nullable ChangeLocks enforced) {
        locks.enforce(enforced);
    }

    /** The fleet came up, or went down. */
    @Inject
    void follow(@Optional @Nullable FleetService fleet) throws Exception {
        following.close();
        dialogs.follow(fleet);
        following = fleet == null ? () -> {} : selection.follow(fleet);
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
        background.close();
        defects.close();
    }
}
