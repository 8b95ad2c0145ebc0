// SPDX-License-Identifier: Apache-2.0
package podium.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.lifecycle.PostContextCreate;
import org.eclipse.e4.ui.workbench.lifecycle.ProcessAdditions;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Monitor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import podium.app.internal.HomeInUse;
import podium.app.internal.SavedLayout;
import podium.app.internal.WindowBounds;
import podium.app.texts.Texts;
import podium.app.theme.ThemeAddon;
import podium.core.cluster.KnownClusters;
import podium.core.file.Workspace;
import podium.core.fleet.FleetRealm;
import podium.launcher.Arguments;
import podium.ui.toolkit.DisplayRealm;
import podium.ui.toolkit.WidgetText;
import podium.ui.trim.StartupNotice;

/** What happens around the life of the window. */
public class LifeCycle {
    /** Exit status of a command line that cannot be understood, as shells use it. */
    private static final int EXIT_USAGE = 2;

    private static final int EXIT_IN_USE = 1;

    /** System property: the folder of the settings, which cannot be written; another one stands in for it. */
    private static final String UNKEPT = "podium.unkept";

    /** System property, of the e4 workbench (E4Application.THEME_ID): the theme where the product names none. */
    private static final String THEME = "cssTheme";

    /** Of the e4 workbench (E4Workbench.NO_SAVED_MODEL_FOUND): true when it opens as at the first start. */
    private static final String AS_AT_FIRST = "NO_SAVED_MODEL_FOUND";

    /**
     * The UI thread becomes the realm of the fleet: with it as a service, the components of core, agent and kubernetes
     * come up by themselves.
     */
    @PostContextCreate
    void start(IEclipseContext context, IApplicationContext application, Display display) {
        String[] given = (String[]) application.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        context.set(Arguments.class, parse(List.of(given)));
        refuseSecond();
        closeToOthers();
        BundleContext bundle = FrameworkUtil.getBundle(LifeCycle.class).getBundleContext();
        bundle.registerService(FleetRealm.class, new DisplayRealm(display), null);
        // one that was chosen goes before it
        System.setProperty(THEME, ThemeAddon.id(Display.isSystemDarkTheme()));
    }

    /** One home, one Podium: asked before the platform asks, whose words name neither. */
    private static void refuseSecond() {
        Workspace.folder().flatMap(HomeInUse::words).ifPresent(words -> {
            System.err.println("podium: " + words.replaceAll("\n+", " "));
            Workspace.folder().ifPresent(home -> ThemeAddon.as(home, Display.isSystemDarkTheme()));
            MessageDialog.openError(null, "Podium", WidgetText.escaped(words));
            System.exit(EXIT_IN_USE);
        });
    }

    private static void closeToOthers() {
        try {
            Workspace.closeToOthers();
        } catch (IOException e) {
            System.getLogger(LifeCycle.class.getName())
                    .log(System.Logger.Level.WARNING, "other users may read Podium's files: " + e.getMessage());
        }
    }

    /** The layout of the last time is loaded: what cannot be used of it is mended, and told. */
    @ProcessAdditions
    void loaded(IEclipseContext context, MApplication application, Display display) {
        List<String> notes = new ArrayList<>();
        String unkept = System.getProperty(UNKEPT, "");
        if (!unkept.isEmpty()) {
            notes.add(Texts.of(
                    "LifeCycle.settingsAreNotKept",
                    unkept,
                    System.getProperty("osgi.instance.area", Texts.of("LifeCycle.noFolder"))));
        }
        if (Boolean.TRUE.equals(context.get(AS_AT_FIRST))) {
            SavedLayout.find().flatMap(SavedLayout::putAside).ifPresent(notes::add);
        }
        @Nullable KnownClusters known = context.get(KnownClusters.class);
        if (known != null) {
            known.lost().ifPresent(notes::add);
        }
        context.set(StartupNotice.class, new StartupNotice(notes));
        List<Rectangle> screens =
                Arrays.stream(display.getMonitors()).map(Monitor::getClientArea).toList();
        if (Boolean.TRUE.equals(context.get(AS_AT_FIRST))) {
            WindowBounds.open(application.getChildren(), screens);
        }
        WindowBounds.mend(application.getChildren(), screens);
    }

    /** A command line that cannot be understood is answered where it was typed; no window opens. */
    private static Arguments parse(List<String> given) {
        try {
            return Arguments.parse(given);
        } catch (IllegalArgumentException e) {
            System.err.println("podium: " + e.getMessage());
            System.err.println(Arguments.USAGE);
            System.exit(EXIT_USAGE);
            throw e;
        }
    }
}
